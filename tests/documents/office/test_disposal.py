"""What is past its term goes by two people's hands; digest and records stay, and the database guards them."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, models, transaction

from fazhi.documents.actions import Propose, Rule, Void
from fazhi.documents.actions.issue import Withdraw
from fazhi.documents.actions.number import Reserve
from fazhi.documents.models import (
    Content,
    Disposal,
    Document,
    Fate,
    Issue,
    Number,
    Ruling,
    Version,
    Withdrawal,
)
from fazhi.documents.press.font import cabinet
from fazhi.documents.term import ends
from fazhi.fault import Fault
from tests.conftest import Personas, at

LATER = at(2029, 3, 6)


def proposed(version: Version, personas: Personas, **changes: object) -> Disposal:
    parts: dict[str, object] = {
        "version": version,
        "counted_from": date(2026, 3, 5),
        "reason": "无继续保存价值",
    }
    return Propose(**parts | changes).perform(personas.clerk, LATER)  # type: ignore[arg-type]


def test_content_goes_and_everything_else_stays(kept: Version, personas: Personas) -> None:
    digest = kept.digest
    Rule(disposal=proposed(kept, personas), approved=True, reason="同意").perform(personas.leader, LATER)
    assert not Content.objects.exists()
    assert Version.objects.get(pk=kept.pk).digest == digest
    with pytest.raises(Fault, match=r"documents\.E043"):
        proposed(kept, personas)


def test_a_refused_proposal_leaves_the_content(kept: Version, personas: Personas) -> None:
    Rule(disposal=proposed(kept, personas), approved=False, reason="仍有利用价值").perform(
        personas.leader, LATER
    )
    assert Content.objects.exists()
    assert proposed(kept, personas).pk


def test_nobody_decides_on_an_own_proposal(kept: Version, personas: Personas) -> None:
    disposal = Propose(version=kept, counted_from=date(2026, 3, 5), reason="无价值").perform(
        personas.leader, LATER
    )
    with pytest.raises(Fault, match=r"documents\.E044.*第二十四条"):
        Rule(disposal=disposal, approved=True, reason="同意").perform(personas.leader, LATER)
    assert Content.objects.exists()


def test_a_clerk_does_not_decide_and_a_stranger_does_nothing(kept: Version, personas: Personas) -> None:
    disposal = proposed(kept, personas)
    for actor in (personas.clerk, personas.second, personas.street, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E001"):
            Rule(disposal=disposal, approved=True, reason="同意").perform(actor, LATER)
    with pytest.raises(Fault, match=r"office\.E001"):
        Propose(version=kept, counted_from=date(2026, 3, 5), reason="x").perform(personas.street, LATER)


def test_a_proposal_is_decided_once_and_with_a_reason(kept: Version, personas: Personas) -> None:
    disposal = proposed(kept, personas)
    with pytest.raises(Fault, match=r"documents\.E046"):
        proposed(kept, personas)
    with pytest.raises(Fault, match=r"documents\.E042"):
        Rule(disposal=disposal, approved=True, reason="").perform(personas.leader, LATER)
    Rule(disposal=disposal, approved=True, reason="同意").perform(personas.leader, LATER)
    with pytest.raises(Fault, match=r"documents\.E045"):
        Rule(disposal=disposal, approved=False, reason="撤销").perform(personas.leader, LATER)


def test_before_its_term_nothing_is_disposed_of(kept: Version, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"documents\.E040.*2029-04-01"):
        proposed(kept, personas, counted_from=date(2026, 4, 1))


def test_what_the_law_leaves_open_must_be_fixed_by_somebody_named(kept: Version, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"documents\.E041.*同级档案主管部门"):
        ends("archive", date(2026, 1, 1), None, "")
    with pytest.raises(Fault, match=r"documents\.E041"):
        ends("archive", date(2026, 1, 1), date(2027, 1, 1), "")
    assert ends("archive", date(2026, 1, 1), date(2027, 1, 1), "试档复〔2026〕3号")[0] == date(2027, 1, 1)


def test_a_shorter_term_than_the_laws_does_not_count() -> None:
    fixed = ends("data-sharing-record", date(2026, 3, 5), date(2027, 1, 1), "某文件")
    assert fixed == (date(2029, 3, 5), "《政务数据共享条例》第二十九条第二款")
    assert ends("data-sharing-record", date(2024, 2, 29), None, "")[0] == date(2027, 3, 1)


@pytest.mark.skipif(not cabinet().chosen("body"), reason="this machine has no Chinese font")
@pytest.mark.parametrize(
    "table", [Number, Fate, Document, Version, Content, Issue, Withdrawal, Disposal, Ruling]
)
def test_no_record_is_rewritten_or_removed(
    kept: Version, issue: Issue, personas: Personas, table: type[models.Model]
) -> None:
    Withdraw(issue, "有误").perform(personas.leader, LATER)
    Void(Reserve(issue.version.document.organ, "试司罚", "").perform(personas.clerk, LATER), "重制").perform(
        personas.clerk, LATER
    )
    Rule(disposal=proposed(kept, personas), approved=False, reason="再存").perform(personas.leader, LATER)
    name = connection.ops.quote_name(table._meta.db_table)
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    last = "REPLACE INTO {0} SELECT * FROM {0}" if connection.vendor == "sqlite" else "TRUNCATE {0} CASCADE"
    for statement in ("UPDATE {0} SET id = id", "DELETE FROM {0}", last):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement.format(name))
    assert table._default_manager.exists()
