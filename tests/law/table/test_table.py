"""A table answers with the rows that apply, each with reasons and article; it never picks silently."""

from decimal import Decimal

import pytest

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.kind import Kind, Value
from fazhi.law.table.row import Row
from fazhi.law.table.table import HitPolicy, Table

PARTY = Column("当事人", Kind.CHOICE, cell.read("公民, 组织", Kind.CHOICE))
FINE = Column("罚款", Kind.MONEY, cell.read(">=0", Kind.MONEY))
SPOT = Column("当场", Kind.YES_NO)


def row(name: str, party: str, fine: str, spot: bool) -> Row:
    when = {"当事人": cell.read(party, PARTY.kind), "罚款": cell.read(fine, FINE.kind)}
    return Row(name, "某条件", Basis("行政处罚法", "2021-01-22", "第五十一条"), when, {"当场": spot})


def table(policy: HitPolicy, *rows: Row, no_hit: str = "") -> Table:
    return Table("t", "某表", policy, (PARTY, FINE), (SPOT,), rows, no_hit)


CITIZEN, ORGANISATION = row("a", "公民", "<=200", True), row("b", "组织", "<=3000", True)
SMALL = row("c", "-", "<=100", True)


def test_two_hundred_yuan_is_within_two_hundred_and_a_fen_more_is_not() -> None:
    spot = table(HitPolicy.UNIQUE, CITIZEN, ORGANISATION, no_hit="不适用简易程序")
    (hit,) = spot.decide({"当事人": "公民", "罚款": 200}).hits
    assert hit.reasons == ("当事人：公民，符合“公民”", "罚款：200，符合“<=200”")
    assert str(hit.row.basis) == "《行政处罚法》第五十一条"
    assert spot.decide({"当事人": "公民", "罚款": Decimal("200.01")}).no_hit == "不适用简易程序"


def test_the_first_row_decides_or_all_do() -> None:
    facts: dict[str, Value] = {"当事人": "公民", "罚款": 50}
    first = table(HitPolicy.FIRST, CITIZEN, SMALL).decide(facts)
    every = table(HitPolicy.COLLECT, CITIZEN, SMALL).decide(facts)
    assert [hit.row.id for hit in first.hits] == ["a"]
    assert [hit.row.id for hit in every.hits] == ["a", "c"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"当事人": "公民"}, "law.E301"),
        ({"当事人": "外星人", "罚款": 50}, "law.E301"),
        ({"当事人": "公民", "罚款": -1}, "law.E301"),
        ({"当事人": "公民", "罚款": True}, "law.E301"),
        ({"当事人": "公民", "罚款": Decimal("0.001")}, "law.E301"),
        ({"当事人": "公民", "罚款": 50}, "law.E302"),
        ({"当事人": "组织", "罚款": 500}, "law.E303"),
    ],
)
def test_what_cannot_be_answered_is_refused(facts: dict[str, Value], code: str) -> None:
    with pytest.raises(Fault) as refusal:
        table(HitPolicy.UNIQUE, CITIZEN, SMALL).decide(facts)
    assert refusal.value.code == code


def test_a_choice_without_choices_is_no_column() -> None:
    with pytest.raises(ValueError, match="no choices"):
        Column("当事人", Kind.CHOICE)
