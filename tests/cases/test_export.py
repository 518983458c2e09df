"""The ledger leaves line by line, in the order of the tree, and never as a whole in memory."""

import tracemalloc

import pytest
from django.db.models import F

from fazhi.cases import export
from fazhi.cases.models import Act
from fazhi.ledger import audit, checkpoint, record
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases import ledgers
from tests.cases.ledgers import home, publish, write_acts

__all__ = ["home"]
period = ledgers.key


def test_the_lines_are_those_of_the_tree_and_then_the_rest(period: Period, receiver: Actor) -> None:
    write_acts(receiver, 3)
    note = checkpoint.read(publish().note).checkpoint
    write_acts(receiver, 2)
    lines = list(export.lines())
    assert audit.against(lines, note) == audit.Audit(acts=10, cases=5, size=6)
    numbers = [record.read(line).entry.case for line in lines]
    expected = Act.objects.order_by(F("leaf__position").asc(nulls_last=True), "pk")
    assert numbers == list(expected.values_list("case__number", flat=True))


def test_acts_that_get_their_place_meanwhile_are_neither_lost_nor_doubled(
    period: Period, receiver: Actor
) -> None:
    write_acts(receiver, 2)
    publish(9, 2)
    write_acts(receiver, 2)
    lines = export.lines()
    first = next(lines)
    publish(9, 3)
    assert audit.audit([first, *lines]).acts == 8


def test_an_export_keeps_a_few_acts_in_memory(
    period: Period, receiver: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "CHUNK", 20)
    write_acts(receiver, 40)
    little = peak()
    write_acts(receiver, 360)
    assert peak() < 2 * little


def peak() -> int:
    """The most memory that an export took, in bytes."""
    tracemalloc.start()
    for _ in export.lines():
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most
