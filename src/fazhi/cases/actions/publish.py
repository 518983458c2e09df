"""The day's checkpoint: acts get their places in the tree, and its root is signed for the public.

Places are given here and not with the acts, so that no two acts wait for each other. An act that was
committed late, under a number below others that have their place already, comes next.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from fazhi.cases import merkle, signing, store
from fazhi.cases.merkle import ALGORITHM, STEP, Nodes
from fazhi.cases.models import Act, Checkpoint, Leaf, Subtree
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, digest
from fazhi.ledger.key import Signer

BATCH = 5_000
"""Acts placed in one transaction: others write in between."""


@dataclass(frozen=True)
class PublishCheckpoint:
    """A job for every day; on a day that has its checkpoint it changes nothing."""

    def perform(self, at: datetime) -> Checkpoint:
        """Give the day's checkpoint; one interrupted goes on where it stopped."""
        day = timezone.localdate(at)
        done = Checkpoint.objects.filter(day=day).first()
        if done:
            return done
        signers = signing.signers(day)
        place()
        return _sign(day, at, signers)


def place() -> None:
    """Give every act that is on file now its place.

    Acts of later numbers wait for the next checkpoint: one of them may follow, in its case, an act that was
    not committed yet when its batch was read.
    """
    upper = Act.objects.aggregate(last=Max("pk"))["last"]
    after = 0
    while upper and (last := _batch(after, upper)):
        after = last


@transaction.atomic
def _batch(after: int, upper: int) -> int:
    """Place some acts behind a number; gives the last one's number, 0 where none was left."""
    _lock()
    waiting = Act.objects.filter(leaf=None, pk__gt=after, pk__lte=upper).order_by("pk")
    acts = list(waiting.select_related("case")[:BATCH])
    first = merkle.size()
    leaves = [Leaf(position=n, act=act, digest=_digest(act)) for n, act in enumerate(acts, first)]
    Leaf.objects.bulk_create(leaves, batch_size=1_000)
    _grow(first, first + len(leaves))
    return acts[-1].pk if acts else 0


def _digest(act: Act) -> str:
    return merkle.leaf(store.line(act, act.case.number).entry)


def _lock() -> None:
    """One process at a time gives places; SQLite's transactions are one at a time by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE cases_leaf IN EXCLUSIVE MODE")


def _grow(old: int, new: int) -> None:
    """Store the roots of the subtrees that became complete, level by level."""
    level = STEP
    while new >= 1 << level:
        block = Nodes().block
        roots = ((n, merkle.fold(block(level - STEP, n))) for n in range(old >> level, new >> level))
        Subtree.objects.bulk_create(
            Subtree(level=level, index=n, digest=digest.write(ALGORITHM, root)) for n, root in roots
        )
        level += STEP


@transaction.atomic
def _sign(day: date, at: datetime, signers: tuple[Signer, ...]) -> Checkpoint:
    _lock()
    last = Checkpoint.objects.first()
    if last and last.day == day:
        return last
    if last and last.day > day:
        wrong = f"已经公布 {last.day} 的存证点，不能再公布 {day} 的"
        raise Fault("cases.E065", wrong, "请核对服务器的日期")
    size = merkle.size()
    root = Nodes().root(size)
    promise = checkpoint.Checkpoint(signers[-1].verifier.name, size, root, day.isoformat(), ALGORITHM)
    return Checkpoint.objects.create(
        day=day,
        size=size,
        root=digest.write(ALGORITHM, root),
        note=str(checkpoint.sign(promise, *signers)),
        made_at=at,
    )
