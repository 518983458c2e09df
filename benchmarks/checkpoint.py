"""A ledger of a million acts on file: its first checkpoint, the next day's, a receipt, export and check.

    python benchmarks/checkpoint.py [ACTS]

Uses SQLite in a temporary folder, or the database in ``FAZHI_DATABASE``, which it fills. The peer of the next
day's checkpoint is what it costs without a stored tree: hashing every leaf again.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

ACTS, LENGTH, CHUNK, MORE, RECEIPTS = 1_000_000, 10, 20_000, 1_000, 200
CHINA = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 10, tzinfo=CHINA)
Result = TypeVar("Result")


def main() -> None:
    """Print every figure of the stored ledger in one run."""
    acts = int(sys.argv[1]) if len(sys.argv) > 1 else ACTS
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAZHI_HOME"] = folder
        from fazhi.cli.schema import ready

        ready()
        organ, person = prepare()
        fill(acts, organ, person)
        measure_checkpoints(acts, organ, person)
        measure_receipts()
        measure_reading()


def prepare() -> tuple[Any, Any]:
    """An organ and a person of the demo district, and a key that signs."""
    from fazhi.cases import signing
    from fazhi.office.actions.establish import establish
    from fazhi.office.models import Organ, Person
    from fazhi.office.pack import PACKS, OfficePack, load

    establish(load(PACKS / "cn-tj-hedong" / "organs.yaml", OfficePack), date(2020, 1, 1))
    signing.new(date(2026, 1, 1), "bench")
    return Organ.objects.get(code="justice"), Person.objects.first()


def fill(acts: int, organ: Any, person: Any, name: str = "first") -> None:
    """Acts in cases of ten, written as an import writes them but judged by nobody."""
    from fazhi.cases.models import Act, Case, StoredEdition

    edition, _ = StoredEdition.objects.get_or_create(hash="0" * 64, defaults={"content": b"{}"})
    for low in range(0, acts, CHUNK):
        numbers = range(low // LENGTH, min(low + CHUNK, acts) // LENGTH)
        cases = Case.objects.bulk_create(
            Case(
                number=f"{name}{n}", procedure="x", edition=edition, organ=organ, opened_at=NOW, began_on=NOW
            )
            for n in numbers
        )
        made = (act for case in cases for act in chained(case, person))
        Act.objects.bulk_create(made, batch_size=2_000)
        Case.objects.bulk_update(cases, ["sequence", "leaf"], batch_size=300)


def chained(case: Any, person: Any) -> Iterator[Any]:
    """Ten acts of a case; the case learns where its chain ends."""
    from fazhi.cases.models import Act
    from fazhi.ledger import chain

    head, stamp = None, NOW.isoformat()
    for _ in range(LENGTH):
        record = {"act": "x", "by": [], "happened_on": "2026-11-20", "recorded_at": stamp}
        content: dict[str, Any] = {"edition": "0" * 64, "papers": {"文书": "0" * 64}, "record": record}
        line = chain.append(case.number, content, happened="2026-11-20", recorded=stamp, head=head)
        head = chain.head(line)
        entry = line.entry
        yield Act(
            case=case, sequence=entry.sequence, name="x", person=person, happened_on=NOW.date(),
            recorded_at=NOW, body=line.act, digest=entry.digest, previous=entry.previous,
        )  # fmt: skip
    case.sequence, case.leaf = LENGTH, head.leaf if head else ""


def measure_checkpoints(acts: int, organ: Any, person: Any) -> None:
    """The first one places every act; the next one places the day's acts and reads the edge of the tree."""
    from fazhi.cases.actions import PublishCheckpoint

    _, first = timed(lambda: PublishCheckpoint().perform(NOW))
    print(f"first checkpoint of {acts:,} acts: {first:.1f} s, {acts / first:,.0f} acts/s")
    fill(MORE, organ, person, "second")
    held, second = timed(lambda: PublishCheckpoint().perform(NOW + timedelta(days=1)))
    root, naive = timed(hashed_again)
    assert held.root.endswith(root)
    print(f"next day, {MORE:,} acts more: {second:.2f} s; hashing all leaves again {naive:.2f} s")


def hashed_again() -> str:
    """The root over all leaves, from nothing but the leaves."""
    from fazhi.cases.merkle import ALGORITHM
    from fazhi.cases.models import Leaf
    from fazhi.ledger.frontier import Frontier

    tree = Frontier(ALGORITHM)
    for digest in Leaf.objects.order_by("position").values_list("digest", flat=True).iterator(5_000):
        tree.append_leaf(bytes.fromhex(digest[7:]))
    return tree.root().hex()


def measure_receipts() -> None:
    from fazhi.cases import merkle, receipts
    from fazhi.cases.models import Act, Leaf

    step = merkle.size() // RECEIPTS
    keys = Leaf.objects.filter(position__in=range(0, step * RECEIPTS, step)).values_list("act", flat=True)
    acts = list(Act.objects.filter(pk__in=list(keys)).select_related("case", "leaf"))
    _, spent = timed(lambda: [receipts.of(act) for act in acts])
    print(f"a receipt: {1_000 * spent / len(acts):.1f} ms")


def measure_reading() -> None:
    from fazhi.cases import audit, export

    count, spent = timed(lambda: sum(1 for _ in export.lines()))
    print(f"export: {count / spent:,.0f} acts/s")
    found, spent = timed(audit.audit)
    print(f"check of the database: {found.acts / spent:,.0f} acts/s")


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
