"""A day's checkpoint: acts get their places once, in order, and the root over them is signed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction

from fazhi.cases import merkle, signing, store
from fazhi.cases.actions import publish as publishing
from fazhi.cases.audit import audit
from fazhi.cases.merkle import ALGORITHM, Nodes
from fazhi.cases.models import Act, Checkpoint, Leaf, Subtree
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, digest, proof
from fazhi.ledger.keyring import Period
from fazhi.ledger.tree import Tree
from fazhi.office.actor import Actor
from tests.cases.ledgers import ORIGIN, home, key, publish, write_acts

__all__ = ["home", "key"]


def grown() -> Tree:
    """The tree over all acts in the order of their places, made from nothing."""
    tree = Tree(ALGORITHM)
    for act in Act.objects.select_related("case").order_by("leaf__position"):
        tree.append(store.line(act, act.case.number).entry.header())
    return tree


def test_the_day_has_one_signed_checkpoint_over_all_acts(receiver: Actor, key: Period) -> None:
    write_acts(receiver, 3)
    held = publish()
    signed = checkpoint.read(held.note).verify(signing.ring())
    assert (signed.origin, signed.size, signed.date) == (ORIGIN, 6, "2026-09-02")
    assert signed.root == grown().root() == digest.read(held.root)[1]


def test_the_same_day_again_changes_nothing(receiver: Actor, key: Period) -> None:
    write_acts(receiver, 1)
    first = publish()
    write_acts(receiver, 1)
    assert (publish(), Checkpoint.objects.count(), Leaf.objects.count()) == (first, 1, 2)


def test_places_are_without_gaps_and_in_the_order_of_the_acts(receiver: Actor, key: Period) -> None:
    write_acts(receiver, 2)
    publish(9, 2)
    write_acts(receiver, 2)
    publish(9, 3)
    rows = list(Leaf.objects.order_by("position").values_list("position", "act"))
    assert rows == list(enumerate(Act.objects.order_by("pk").values_list("pk", flat=True)))


def test_an_act_committed_late_comes_next(receiver: Actor, key: Period) -> None:
    """On PostgreSQL an act may be on file only after acts of higher numbers have their places."""
    cases = write_acts(receiver, 3)
    late = Act.objects.filter(case=cases[0])
    others = Act.objects.exclude(case=cases[0])
    kept = list(late.values_list("pk", flat=True))
    Leaf.objects.bulk_create(
        Leaf(position=n, act=act, digest=store.line(act, act.case.number).entry.leaf())
        for n, act in enumerate(others.order_by("pk"))
    )
    assert publish().size == 6
    assert (
        list(Leaf.objects.filter(position__gte=4).order_by("position").values_list("act", flat=True)) == kept
    )


def test_acts_that_come_while_places_are_given_wait_for_the_next_time(
    receiver: Actor, key: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else one could get its place before the act it follows, which was committed between two batches."""
    monkeypatch.setattr(publishing, "BATCH", 2)
    write_acts(receiver, 2)
    batch = publishing._batch
    calls: list[int] = []

    def meanwhile(after: int, upper: int) -> int:
        if not calls:
            write_acts(receiver, 1)
        calls.append(after)
        return batch(after, upper)

    monkeypatch.setattr(publishing, "_batch", meanwhile)
    assert (publish().size, Act.objects.count(), len(calls)) == (4, 6, 3)


def test_the_stored_tree_is_that_of_the_standard(
    receiver: Actor, key: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With two levels of two stored nodes each, every size is compared with the tree in memory."""
    monkeypatch.setattr(merkle, "STEP", 1)
    monkeypatch.setattr(merkle, "BLOCK", 2)
    monkeypatch.setattr(publishing, "STEP", 1)
    for day in range(1, 12):
        write_acts(receiver, 1 + day % 3)
        size, tree = publish(9, day).size, grown()
        nodes = Nodes()
        assert [nodes.root(n) for n in range(1, size + 1)] == [tree.root(n) for n in range(1, size + 1)]
        assert [nodes.inclusion(n, size) for n in range(size)] == [
            tree.inclusion(n, size) for n in range(size)
        ]
        assert all(nodes.consistency(n, size) == tree.consistency(n, size) for n in range(1, size + 1))
    assert Subtree.objects.filter(level__gt=3).exists()


def test_a_checkpoint_reads_the_edge_of_the_tree_and_not_all_of_it(receiver: Actor, key: Period) -> None:
    write_acts(receiver, 300)
    publish(9, 1)
    write_acts(receiver, 1)
    publishing.place()
    nodes = Nodes()
    assert nodes.root(602) == grown().root()
    assert nodes.block.cache_info().currsize == 2
    assert list(Subtree.objects.order_by("pk").values_list("level", "index")) == [(8, 0), (8, 1)]


def test_what_was_interrupted_goes_on_where_it_stopped(
    receiver: Actor, key: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "BATCH", 2)
    write_acts(receiver, 3)
    batch = publishing._batch

    def broken(after: int, upper: int) -> int:
        if after:
            raise KeyboardInterrupt
        return batch(after, upper)

    monkeypatch.setattr(publishing, "_batch", broken)
    with pytest.raises(KeyboardInterrupt):
        publish()
    assert (Leaf.objects.count(), Checkpoint.objects.count()) == (2, 0)
    monkeypatch.setattr(publishing, "_batch", batch)
    assert (publish().size, audit().acts) == (6, 6)


def test_an_empty_ledger_can_be_promised_too(db: None, key: Period) -> None:
    held = publish()
    assert (held.size, digest.read(held.root)[1]) == (0, Tree(ALGORITHM).root())


def test_without_a_key_nothing_is_published(receiver: Actor, home: Path) -> None:
    write_acts(receiver, 1)
    with pytest.raises(Fault, match=r"cases\.E060"):
        publish()
    assert Leaf.objects.count() == 0


def test_a_clock_that_went_back_is_noticed(receiver: Actor, key: Period) -> None:
    publish(9, 2)
    with pytest.raises(Fault, match=r"cases\.E065"):
        publish(9, 1)


def test_a_later_checkpoint_keeps_an_earlier_one(receiver: Actor, key: Period) -> None:
    old = (write_acts(receiver, 3), publish(9, 2))[1]
    new = (write_acts(receiver, 5), publish(9, 3))[1]
    path = Nodes().consistency(old.size, new.size)
    roots = [digest.read(one.root)[1] for one in (old, new)]
    assert proof.extends(digest.hasher(ALGORITHM), old.size, new.size, path, *roots)


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_give_every_act_one_place(
    receiver: Actor, key: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "BATCH", 3)
    write_acts(receiver, 12)
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda _: attempt(), range(3)))
    assert (set(made), Checkpoint.objects.count()) == ({date(2026, 9, 2)}, 1)
    assert list(Leaf.objects.order_by("position").values_list("position", flat=True)) == list(range(24))


def attempt() -> date:
    try:
        return publish().day
    finally:
        connection.close()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: no act is ever uncommitted")
@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_not_committed_yet_gets_its_place_later(receiver: Actor, key: Period) -> None:
    """Numbers are given when an act is written, visibility when it is committed."""
    written, published = threading.Event(), threading.Event()
    write_acts(receiver, 1)

    def slow() -> None:
        with transaction.atomic():
            write_acts(receiver, 1)
            written.set()
            published.wait(60)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(slow)
        written.wait(60)
        first = publish(9, 2)
        published.set()
        done.result()
    assert first.size == 2
    assert publish(9, 3).size == 4
    assert audit().acts == 4
