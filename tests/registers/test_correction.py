"""One entry is corrected in a draft of its own, with reason and basis; it counts once it is published."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from fazhi.fault import Fault
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers import standing
from fazhi.registers.actions import Approve, Correct, Publish, SendBack, Submit
from fazhi.registers.difference import Change, differences, plain
from fazhi.registers.files.table import heads
from fazhi.registers.models import Correction, Edition, Entry
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, published, row

LATER = DAY.replace(day=9)


@pytest.fixture
def in_force(personas: Personas) -> Edition:
    return published(kept(opened(personas), personas, [row(n) for n in range(1, 6)]), personas)


def cells(entry: Entry, **changes: str) -> dict[str, str]:
    """The entry as the form sends it back, with some columns changed by head."""
    kind = entry.edition.form
    known = heads(kind)
    return {known[head]: text for head, text in (plain(kind, entry) | changes).items()}


def correction(entry: Entry, **changes: str) -> Correct:
    return Correct(
        entry=entry, cells=cells(entry, **changes), reason="名称有误", basis="演示·来函〔2026〕3号"
    )


def test_a_correction_is_a_draft_that_differs_in_one_entry_and_counts_once_published(
    in_force: Edition, personas: Personas
) -> None:
    entry = in_force.entries.get(key="HD-003")
    new = correction(entry, 职权名称="更正后的名称").perform(personas.clerk, LATER)
    found = differences(in_force.form, in_force.entries.all(), new.form, new.entries.all())
    assert [(one.change, one.key, [c.after for c in one.cells]) for one in found] == [
        (Change.CHANGED, "HD-003", ["更正后的名称"])
    ]
    assert [one.position for one in new.entries.all()] == [1, 2, 3, 4, 5]
    assert (new.correction.entry, new.correction.reason) == (entry, "名称有误")
    assert standing.in_force(in_force.register) == in_force
    Submit(edition=new, expected=0).perform(personas.clerk, LATER)
    with pytest.raises(Fault, match=r"office\.E001|registers\.E042"):
        Approve(edition=new, expected=1).perform(personas.clerk, LATER)
    Approve(edition=new, expected=1).perform(personas.leader, LATER)
    Publish(edition=new, expected=2).perform(personas.leader, LATER)
    assert standing.in_force(in_force.register) == new


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    in_force: Edition, personas: Personas
) -> None:
    mine, theirs = in_force.entries.get(key="HD-001"), in_force.entries.get(key="HD-002")
    other = correction(theirs, 职权名称="别人的更正").perform(personas.coordinator, LATER)
    with pytest.raises(Fault, match=r"registers\.E409.*第2版"):
        correction(mine, 职权名称="我的更正").perform(personas.clerk, LATER)
    assert Edition.objects.count() == 2
    Submit(edition=other, expected=0).perform(personas.clerk, LATER)
    SendBack(edition=other, expected=1, text="退回").perform(personas.leader, LATER)
    again = correction(mine, 职权名称="我的更正").perform(personas.clerk, LATER)
    assert again.number == 3
    assert again.entries.get(key="HD-002").cells == theirs.cells


def test_bad_corrections_are_refused_whole(
    in_force: Edition, personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = in_force.entries.get(key="HD-001")
    sound = correction(entry, 职权名称="新名称")
    for action, code in (
        (correction(entry), "E071"),
        (replace(sound, reason=" "), "E070"),
        (replace(sound, basis="a\0b"), "E070"),
        (correction(entry, 职权类型="没有的类型"), "E073"),
        (correction(entry, 失效日期="昨天"), "E073"),
        (correction(entry, 编码="HD-002"), "E026"),
    ):
        with pytest.raises(Fault, match=rf"registers\.{code}"):
            action.perform(personas.clerk, LATER)
    for actor in (personas.street, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E001"):
            sound.perform(actor, LATER)
    monkeypatch.setattr("fazhi.registers.actions.correct.form_of", lambda *_: other_columns(entry))
    with pytest.raises(Fault, match=r"registers\.E072"):
        sound.perform(personas.clerk, LATER)
    assert Edition.objects.count() == 1
    assert not Correction.objects.exists()


def other_columns(entry: Entry) -> RegisterEntry:
    kind = entry.edition.form
    return kind.model_copy(update={"columns": kind.columns[:-1]})


def test_why_an_entry_was_corrected_is_never_rewritten(in_force: Edition, personas: Personas) -> None:
    correction(in_force.entries.get(key="HD-001"), 职权名称="新名称").perform(personas.clerk, LATER)
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    for statement in ("UPDATE registers_correction SET id = id", "DELETE FROM registers_correction"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement)
