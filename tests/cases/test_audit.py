"""One changed byte anywhere in the stored ledger is found, and it is said in which case, act and field."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from fazhi.cases import append_only, store
from fazhi.cases.actions.publish import place
from fazhi.cases.audit import audit
from fazhi.cases.models import Act, Case, Checkpoint, Leaf, StoredEdition, Subtree
from fazhi.ledger.audit import Audit
from fazhi.ledger.breach import Breach
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases.ledgers import home, key, publish, write_acts

__all__ = ["home", "key"]


class Editor:
    """Runs statements within a test's transaction, where Django's own editor would not."""

    connection = connection

    def execute(self, sql: str, params: object = ()) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)


@contextmanager
def lifted() -> Iterator[None]:
    """Without the triggers, as the owner of a database may lift them."""
    editor: Any = Editor()
    if connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for tables in (append_only.TABLES, append_only.LEDGER):
        tables.remove(None, editor)
    yield
    for tables in (append_only.TABLES, append_only.LEDGER):
        tables.install(None, editor)


@pytest.fixture
def cases(receiver: Actor, key: Period) -> list[Case]:
    """Three cases of two acts under a checkpoint, one case behind it."""
    found = write_acts(receiver, 3)
    publish(9, 2)
    return [*found, *write_acts(receiver, 1)]


def alter(rows: Any, **values: Any) -> None:
    with lifted():
        assert rows.update(**values) == 1


def found() -> tuple[str, str, int, str]:
    with pytest.raises(Breach) as broken:
        audit()
    breach = broken.value
    assert breach.line == 0
    assert "行，" not in breach.wrong
    return breach.code, breach.case, breach.sequence, breach.field


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_sound_ledger_is_said_to_be_sound(cases: list[Case]) -> None:
    assert audit() == Audit(acts=8, cases=4, size=6)


def test_an_empty_ledger_is_sound(db: None, home: object) -> None:
    assert audit() == Audit(acts=0, cases=0, size=0)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.8, 0.99])
@pytest.mark.parametrize("number", [0, 3], ids=["under the checkpoint", "behind it"])
@pytest.mark.parametrize("sequence", [1, 2])
def test_one_flipped_byte_of_an_act(cases: list[Case], number: int, sequence: int, share: float) -> None:
    row = cases[number].acts.get(sequence=sequence)
    body = bytes(row.body)
    alter(Act.objects.filter(pk=row.pk), body=flipped(body, int(len(body) * share)))
    code, case, at, field = found()
    assert (code, case, at) == ("ledger.E022", cases[number].number, sequence)
    assert "act" in field or field == "entry"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"happened_on": "2026-07-07"}, "happened_on"),
        ({"recorded_at": "2026-07-07T10:00:00+08:00"}, "recorded_at"),
        ({"name": "reply"}, "name"),
        ({"sequence": 7}, "sequence"),
        ({"digest": "sha256:" + "0" * 64}, "act,digest"),
        ({"digest": "nothing"}, "entry"),
    ],
)
def test_every_column_that_is_proven(cases: list[Case], change: dict[str, Any], field: str) -> None:
    row = cases[3].acts.get(sequence=2)
    alter(Act.objects.filter(pk=row.pk), **change)
    assert found()[1:] == (cases[3].number, change.get("sequence", 2), field)


@pytest.mark.parametrize(("column", "value"), [("edition_id", "0" * 64), ("procedure", "simple-penalty")])
def test_a_case_moved_under_other_rules(cases: list[Case], column: str, value: str) -> None:
    """The chain names the edition that the case was opened under."""
    StoredEdition.objects.create(hash="0" * 64, procedure=cases[3].procedure, title="另一版本", content=b"{}")
    with lifted():
        Case.objects.filter(pk=cases[3].pk).update(**{column: value})
    assert found() == ("cases.E069", cases[3].number, 1, column.removesuffix("_id"))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server takes no day that is none")
@pytest.mark.parametrize(
    ("column", "value"), [("happened_on", "2026-07-"), ("recorded_at", "2026-07-37 10:00")]
)
def test_a_day_that_is_none_any_more(cases: list[Case], column: str, value: str) -> None:
    row = cases[3].acts.get(sequence=2)
    with lifted():
        Editor().execute(f"UPDATE cases_act SET {column} = %s WHERE id = %s", (value, row.pk))
    code, case, sequence, _ = found()
    assert (case, sequence) == (cases[3].number, 2)
    assert code in ("ledger.E022", "cases.E069")


def test_an_act_rewritten_with_a_digest_that_fits(cases: list[Case]) -> None:
    """The next link, the head or the place in the tree testifies to the old one."""
    other = cases[1].acts.get(sequence=2)
    row = cases[0].acts.get(sequence=1)
    alter(Act.objects.filter(pk=row.pk), body=other.body, digest=other.digest)
    assert found()[1:3] == (cases[0].number, 1)


def test_a_last_act_that_is_gone(cases: list[Case]) -> None:
    with lifted():
        cases[3].acts.get(sequence=2).delete()
    assert found() == ("ledger.E025", cases[3].number, 2, "sequence")


def test_a_case_renamed(cases: list[Case]) -> None:
    Case.objects.filter(pk=cases[3].pk).update(number="演示另号")
    code, case, sequence, _ = found()
    assert (code, case, sequence) == ("ledger.E024", "演示另号", 1)


def test_a_place_in_the_tree_that_was_changed(cases: list[Case]) -> None:
    alter(Leaf.objects.filter(position=3), digest="sha256:" + "0" * 64)
    assert found() == ("cases.E069", cases[1].number, 2, "leaf")


def test_a_place_in_the_tree_that_is_gone(cases: list[Case]) -> None:
    with lifted():
        Leaf.objects.get(position=2).delete()
    assert found()[::3] == ("cases.E069", "position")


def test_places_cut_off_at_the_end(cases: list[Case]) -> None:
    with lifted():
        Leaf.objects.get(position=5).delete()
    assert found()[::3] == ("ledger.E044", "size")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"size": 5}, "cases.E070"),
        ({"root": "sha256:" + "0" * 64}, "cases.E070"),
    ],
)
def test_a_checkpoint_that_is_not_what_was_signed(
    cases: list[Case], change: dict[str, Any], code: str
) -> None:
    alter(Checkpoint.objects.filter(size=6), **change)
    assert found()[0] == code


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95])
def test_one_flipped_letter_of_a_signed_text_names_the_day(cases: list[Case], share: float) -> None:
    held = Checkpoint.objects.get()
    alter(
        Checkpoint.objects.all(),
        note=flipped(held.note.encode(), int(len(held.note) * share)).decode("latin-1"),
    )
    code, _, _, field = found()
    assert code in ("ledger.E040", "ledger.E041", "ledger.E042", "cases.E070")
    assert field == "checkpoint"


def test_places_that_no_checkpoint_covers_are_told(receiver: Actor, cases: list[Case]) -> None:
    """Publishing was interrupted, or the last checkpoint was taken away."""
    publish(9, 3)
    assert audit().loose == 0
    with lifted():
        Checkpoint.objects.get(size=8).delete()
    assert audit() == Audit(acts=8, cases=4, size=6, loose=2)


def test_a_tree_made_anew_over_other_acts_does_not_meet_what_was_signed(
    receiver: Actor, cases: list[Case]
) -> None:
    """The owner of the database gives places anew, in another order, and signs nothing."""
    note = Checkpoint.objects.get()
    with lifted():
        Checkpoint.objects.all().delete()
        Leaf.objects.all().delete()
        moved = Act.objects.filter(case=cases[3]).order_by("pk")
        Leaf.objects.bulk_create(
            Leaf(position=n, act=act, digest=store.line(act, cases[3].number).entry.leaf())
            for n, act in enumerate(moved)
        )
        place()
        note.save(force_insert=True)
    assert found()[::3] == ("ledger.E045", "root")


def test_a_stored_root_of_a_subtree(receiver: Actor, key: Period) -> None:
    write_acts(receiver, 130)
    publish(9, 2)
    assert audit().size == 260
    for change in ({"digest": "sha256:" + "0" * 64}, {"digest": "x"}, {"level": 9}, {"index": 7}):
        old = Subtree.objects.values(*change).get()
        alter(Subtree.objects.all(), **change)
        assert found()[::3] == ("cases.E071", "subtree")
        alter(Subtree.objects.all(), **old)
    with lifted():
        Subtree.objects.all().delete()
    assert found()[::3] == ("cases.E071", "subtree")
