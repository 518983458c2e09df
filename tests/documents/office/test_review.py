"""What is published was reviewed by somebody who looked, and every look is on record."""

import pytest
from django.db import DatabaseError, connection, models, transaction
from hypothesis import given
from hypothesis import strategies as st

from fazhi.documents.actions import Decide, Publish, Submit, look
from fazhi.documents.models import Choice, Look, Original, Release
from fazhi.documents.reviewing import Mark, added, applied, decided, segments
from fazhi.fault import Fault
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.documents.office.conftest import NOW

TEXT = "当事人：张志祥，身份证号 11010519491231002X。证人在场，暗号为蓝灯。"


@pytest.fixture
def original(organ: Organ, personas: Personas) -> Original:
    return Submit(organ, "张志祥处罚决定书.txt", TEXT.encode()).perform(personas.clerk, NOW)


def reviewed(original: Original, personas: Personas, *more: str, without: str = "") -> Choice:
    look(personas.clerk, original, "脱敏审核", NOW)
    stays = frozenset(n for n, mark in enumerate(original.proposed) if mark[3] != without)
    return Decide(original, stays, more).perform(personas.clerk, NOW)


def released(choice: Choice, personas: Personas) -> Release:
    return Publish(choice.original, choice.pk).perform(personas.leader, NOW)


def test_names_and_numbers_are_proposed_in_text_and_file_name(original: Original) -> None:
    assert {mark[3] for mark in original.proposed} == {"姓名", "身份证号"}
    assert "张志祥" not in original.safe_name


def test_what_is_released_hides_what_was_accepted_and_added(original: Original, personas: Personas) -> None:
    text = released(reviewed(original, personas, "蓝灯", "证人=某人"), personas).text
    for hidden in ("张志祥", "11010519491231002X", "蓝灯", "证人"):
        assert hidden not in text
    assert "某人在场" in text


def test_a_rejected_proposal_is_published_and_counted(original: Original, personas: Personas) -> None:
    choice = reviewed(original, personas, without="姓名")
    assert choice.rejected == sum(mark[3] == "姓名" for mark in original.proposed) > 0
    assert "张志祥" in released(choice, personas).text


def test_words_that_are_not_there_are_refused(original: Original, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"documents\.E060.*红灯"):
        reviewed(original, personas, "红灯")
    assert not Choice.objects.exists()


def test_nobody_decides_unseen_or_looks_without_a_purpose(original: Original, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"documents\.E062"):
        Decide(original, frozenset()).perform(personas.clerk, NOW)
    look(personas.leader, original, "核对", NOW)
    with pytest.raises(Fault, match=r"documents\.E062"):
        Decide(original, frozenset()).perform(personas.clerk, NOW)
    with pytest.raises(Fault, match=r"documents\.E061"):
        look(personas.clerk, original, "  ", NOW)


def test_only_people_of_the_organ_look_and_only_its_leader_releases(
    original: Original, personas: Personas
) -> None:
    for actor in (personas.street, personas.coordinator, personas.auditor, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E001"):
            look(actor, original, "好奇", NOW)
    choice = reviewed(original, personas)
    for actor in (personas.clerk, personas.second, personas.street, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E001"):
            Publish(original, choice.pk).perform(actor, NOW)


def test_a_release_needs_the_latest_choice_and_happens_once(original: Original, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"documents\.E063"):
        Publish(original, 0).perform(personas.leader, NOW)
    first, second = reviewed(original, personas), reviewed(original, personas, "蓝灯")
    with pytest.raises(Fault, match=r"documents\.E409"):
        released(first, personas)
    released(second, personas)
    with pytest.raises(Fault, match=r"documents\.E064"):
        released(second, personas)


@pytest.mark.parametrize("table", [Original, Look, Choice, Release])
def test_no_record_of_a_review_is_rewritten(
    original: Original, personas: Personas, table: type[models.Model]
) -> None:
    released(reviewed(original, personas), personas)
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    for statement in ("UPDATE {0} SET id = id", "DELETE FROM {0}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement.format(table._meta.db_table))


MARKS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda p: Mark(p[0], p[0] + p[1], "*", "x"))
)


@given(MARKS, MARKS)
def test_whatever_any_mark_covers_is_hidden_and_the_rest_stays(one: list[Mark], other: list[Mark]) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(30))
    covered = {n for mark in (*one, *other) for n in range(mark.start, mark.end)}
    marks = decided(one, other)
    assert "".join(c for c in applied(text, marks) if c != "*") == "".join(
        c for n, c in enumerate(text) if n not in covered
    )
    assert "".join(words for words, _ in segments(text, marks)) == text


@given(st.text("甲乙", min_size=1), st.text("甲乙", min_size=1, max_size=3))
def test_added_words_are_hidden_wherever_they_stand(text: str, words: str) -> None:
    if words in text:
        assert words not in applied(text, added(text, [words]))
