"""A list takes effect when another person than its drafter has approved it; nothing is rewritten."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from fazhi.fault import Fault
from fazhi.registers.actions import Approve, Publish, SendBack, Submit, open_superior
from fazhi.registers.actions.decide import DECISIONS
from fazhi.registers.actions.keep import Keep
from fazhi.registers.models import Edition, Entry, Review
from fazhi.registers.permitted import permitted
from fazhi.registers.standing import in_force
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, published, row, xlsx


@pytest.fixture
def draft(personas: Personas) -> Edition:
    return kept(opened(personas), personas, [row(1), row(2)])


def codes(personas: Personas, who: str, edition: Edition) -> dict[str, str]:
    verdicts = permitted(getattr(personas, who), edition)
    return {kind.value: fault.code if fault else "" for kind, fault in verdicts}


def test_a_draft_is_in_force_only_when_approved_and_published(draft: Edition, personas: Personas) -> None:
    assert in_force(draft.register) is None
    published(draft, personas)
    assert in_force(draft.register) == draft
    assert [review.kind for review in draft.reviews.all()] == ["submit", "approve", "publish"]


def test_who_drafted_or_submitted_a_list_does_not_approve_it(personas: Personas) -> None:
    register = opened(personas)
    own = Keep(register=register, file_name="a.xlsx", data=xlsx([row(1)])).perform(personas.second, DAY)
    Submit(edition=own, expected=0).perform(personas.clerk, DAY)
    for who in ("second",):
        with pytest.raises(Fault, match=r"registers\.E042"):
            Approve(edition=own, expected=1).perform(getattr(personas, who), DAY)
    other = kept(register, personas, [row(2)])
    Submit(edition=other, expected=0).perform(personas.coordinator, DAY)
    with pytest.raises(Fault, match=r"registers\.E042"):
        Approve(edition=other, expected=1).perform(personas.coordinator, DAY)
    Approve(edition=other, expected=1).perform(personas.leader, DAY)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (
            "clerk",
            {"submit": "", "approve": "office.E001", "return": "office.E001", "publish": "office.E001"},
        ),
        ("leader", {"submit": "office.E001", "approve": "registers.E041", "publish": "registers.E041"}),
        ("street", dict.fromkeys(("submit", "approve", "return", "publish"), "office.E001")),
        ("auditor", dict.fromkeys(("submit", "approve", "return", "publish"), "office.E001")),
        ("stranger", dict.fromkeys(("submit", "approve", "return", "publish"), "office.E001")),
    ],
)
def test_each_persona_is_permitted_what_the_post_gives(
    draft: Edition, personas: Personas, who: str, expected: dict[str, str]
) -> None:
    assert expected.items() <= codes(personas, who, draft).items()


def test_a_returned_edition_stays_returned_and_a_new_one_replaces_it(
    draft: Edition, personas: Personas
) -> None:
    Submit(edition=draft, expected=0).perform(personas.clerk, DAY)
    with pytest.raises(Fault, match=r"registers\.E044"):
        SendBack(edition=draft, expected=1).perform(personas.leader, DAY)
    SendBack(edition=draft, expected=1, text="依据不全").perform(personas.leader, DAY)
    assert set(codes(personas, "second", draft).values()) == {"registers.E041"}
    assert in_force(published(kept(draft.register, personas, [row(1)]), personas).register)


def test_an_older_edition_is_not_published_over_a_newer_one(draft: Edition, personas: Personas) -> None:
    Submit(edition=draft, expected=0).perform(personas.clerk, DAY)
    Approve(edition=draft, expected=1).perform(personas.leader, DAY)
    newer = published(kept(draft.register, personas, [row(3)]), personas)
    with pytest.raises(Fault, match=r"registers\.E043"):
        Publish(edition=draft, expected=2).perform(personas.leader, DAY)
    assert in_force(draft.register) == newer


def test_who_decides_on_an_old_page_is_told_to_look_again(draft: Edition, personas: Personas) -> None:
    Submit(edition=draft, expected=0).perform(personas.clerk, DAY)
    with pytest.raises(Fault, match=r"registers\.E409"):
        Submit(edition=draft, expected=0).perform(personas.clerk, DAY)
    with pytest.raises(Fault, match=r"registers\.E045"):
        Approve(edition=draft, expected=1, text="\0").perform(personas.leader, DAY)


def test_a_superiors_list_is_not_decided_on_here(personas: Personas) -> None:
    theirs = open_superior(personas.coordinator, "power-list", "演示市级单位", DAY)
    edition = Keep(register=theirs, file_name="a.xlsx", data=xlsx([row(1)])).perform(
        personas.coordinator, DAY
    )
    assert set(codes(personas, "coordinator", edition).values()) == {"registers.E040"}
    assert in_force(theirs) == edition


def test_every_kind_of_decision_has_its_action() -> None:
    assert set(DECISIONS) == set(Review.Kind)


@pytest.mark.parametrize("table", [Edition, Entry, Review])
def test_recorded_rows_can_be_neither_changed_nor_deleted(
    draft: Edition, personas: Personas, table: type[models.Model]
) -> None:
    published(draft, personas)
    name = connection.ops.quote_name(table._meta.db_table)
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    last = "REPLACE INTO {0} SELECT * FROM {0}" if connection.vendor == "sqlite" else "TRUNCATE {0} CASCADE"
    for statement in ("UPDATE {0} SET id = id", "DELETE FROM {0}", last):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement.format(name))
    assert table._default_manager.exists()
