"""A matter that is done is rated once; a bad rating is a case in the hands of those whose matter it was."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases import lawbook, store
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.law.unit import Unit
from fazhi.office.models import Organ, Person
from fazhi.portal import figures, opening
from fazhi.portal.actions import Rate, Receipt, SetLimit
from fazhi.portal.course import follow_up
from fazhi.portal.models import Application, Limit, Rating, Window
from fazhi.procedure.due import due
from tests.cases.conftest import do, person
from tests.conftest import Personas, at
from tests.portal.conftest import NOW, application, finished, give_post

Level = Rating.Level
DAY = NOW.date()
WORDS = "演示：问了三次才说清楚"


def rate(receipt: Receipt, level: Rating.Level = Level.DISSATISFIED, words: str = WORDS) -> Rating:
    row = Application.objects.select_related("case__organ").get(case=receipt.case)
    return Rating.objects.get(pk=Rate(application=row, level=level, words=words).perform(NOW).pk)


@pytest.mark.parametrize("level", list(Level))
def test_the_two_lowest_levels_open_a_follow_up(served: Receipt, level: Rating.Level) -> None:
    row = rate(served, level)
    bad = level in (Level.DISSATISFIED, Level.VERY_DISSATISFIED)
    assert row.bad is bad
    assert row.file.sequence == (2 if bad else 1)
    assert store.load(row.file).state.outcome == ("" if bad else "rated")


def test_it_goes_to_who_handled_the_matter(served: Receipt) -> None:
    row = rate(served)
    assert [one.user.get_username() for one in row.file.handlers.all()] == ["receiver"]
    assert row.file.number == "区司法局政务服务好差评〔2026〕1号"
    assert {act.person.name for act in Act.objects.filter(case=row.file)} == {"演示·网上受理"}


def test_without_anybody_who_may_answer_those_with_the_post_get_it(window: Window) -> None:
    give_post("clerk", "政务服务评价经办人")
    row = rate(finished(window))
    assert {one.user.get_username() for one in row.file.handlers.all()} == {"receiver", "clerk"}


def test_one_rating_for_one_matter(served: Receipt) -> None:
    first = rate(served)
    assert rate(served) == first
    for level, words in ((Level.SATISFIED, WORDS), (Level.DISSATISFIED, "别的")):
        with pytest.raises(Fault, match=r"portal\.E011"):
            rate(served, level, words)
    assert Rating.objects.count() == 1
    assert Case.objects.filter(procedure="service-rating").count() == 1


def test_what_is_not_done_is_not_rated(window: Window) -> None:
    with pytest.raises(Fault, match=r"portal\.E010"):
        rate(application(window).perform(NOW))
    assert not Rating.objects.exists()
    assert not Case.objects.filter(procedure="service-rating").exists()


@pytest.mark.parametrize("words", ["长" * 1001, "空\0"])
def test_words_that_cannot_be_kept_leave_nothing(served: Receipt, words: str) -> None:
    with pytest.raises(Fault, match=r"portal\.E013"):
        rate(served, words=words)
    assert not Rating.objects.exists()


def test_the_words_are_sealed(served: Receipt) -> None:
    row = rate(served)
    chained = b"".join(bytes(act.body) for act in Act.objects.filter(case=row.file)).decode()
    assert WORDS not in chained
    assert WORDS not in json.dumps(list(Rating.objects.values()), default=str)
    assert store.load(row.file).state.facts["words"] == WORDS


def test_without_a_local_figure_nothing_is_counted_down(served: Receipt) -> None:
    """Neither the State Council's opinion nor the city's rules were read: 15 days are nobody's law."""
    row = rate(served)
    assert row.file.next_due is None
    assert {one.day for one in due(store.load(row.file), lawbook.days(), DAY).values()} == {None}


def test_the_offices_own_figure_counts_from_then_on(served: Receipt, personas: Personas) -> None:
    justice = Organ.objects.get(code="justice")
    given = {"organ": justice, "unit": Unit.WORKING_DAY, "source": "演示文件〔2026〕1号"}
    for step, amount in ((Limit.Step.VERIFY, 2), (Limit.Step.RECTIFY, 9), (Limit.Step.RECTIFY, None)):
        SetLimit(step=step, amount=amount, **given).perform(personas.leader, NOW)  # type: ignore[arg-type]
    row = rate(served)
    clocks = due(store.load(row.file), lawbook.days(), DAY)
    assert clocks["verification"].day == date(2026, 7, 8)
    assert clocks["rectification"].day is None
    assert Case.objects.get(pk=row.file.pk).next_due == date(2026, 7, 8)
    assert Limit.objects.count() == 3


@pytest.mark.parametrize("who", ["clerk", "coordinator", "auditor", "stranger", "street"])
def test_only_leaders_answer_for_their_office(personas: Personas, who: str) -> None:
    answer = SetLimit(
        organ=Organ.objects.get(code="justice"), step=Limit.Step.VERIFY, amount=1,
        unit=Unit.WORKING_DAY, source="演示",
    )  # fmt: skip
    with pytest.raises(Fault, match=r"office\.E001"):
        answer.perform(getattr(personas, who), NOW)


@pytest.mark.parametrize(
    ("amount", "source", "code"), [(0, "演示", "E015"), (366, "演示", "E015"), (1, " ", "E014")]
)
def test_an_answer_needs_a_figure_that_can_be_and_its_document(
    personas: Personas, amount: int, source: str, code: str
) -> None:
    answer = SetLimit(
        organ=Organ.objects.get(code="justice"), step=Limit.Step.VERIFY, amount=amount,
        unit=Unit.WORKING_DAY, source=source,
    )  # fmt: skip
    with pytest.raises(Fault, match=rf"portal\.{code}"):
        answer.perform(personas.leader, NOW)
    assert not Limit.objects.exists()


def test_the_follow_up_is_told_to_who_rated(served: Receipt) -> None:
    """Verified, put right, called back: each an act with who and when; the office's notes stay with it."""
    row = rate(served)
    who = person("receiver")
    do(row.file, who, "verify", DAY, facts={"finding": "at-once", "found": "演示：内部情况"})
    do(row.file, who, "rectify", DAY, facts={"done": "演示：已改告知单"})
    do(row.file, who, "call_back", DAY, facts={"reached": "content"})
    do(row.file, who, "close", DAY)
    told = follow_up(Rating.objects.get())
    assert [step.title for step in told] == ["评价", "登记差评", "核实", "整改", "回访", "办结差评"]
    assert told[3].asked == (("整改的情况", "演示：已改告知单"),)
    assert "内部情况" not in str(told)


def test_the_figures_are_plain_counts(served: Receipt) -> None:
    row = rate(served)
    (line,) = figures.lines(figures.span("2026-07"))
    assert (line.organ.code, line.counts, line.bad, line.settled) == ("justice", (0, 0, 0, 1, 0), 1, 0)
    who = person("receiver")
    do(row.file, who, "verify", DAY, facts={"finding": "mistaken", "found": "演示"})
    do(row.file, who, "call_back", DAY, facts={"reached": "content"})
    do(row.file, who, "close", DAY)
    (line,) = figures.lines()
    assert (line.total, line.bad, line.settled, line.mistaken) == (1, 1, 1, 1)
    assert figures.lines(figures.span("2025")) == figures.lines(figures.span("2026-08")) == ()
    assert [one.written for one in figures.spans()] == ["2026", "2026-07"]


@pytest.mark.parametrize("written", ["", "26", "2026-13", "2026-1", "9999", "0000", "2026-00x", "全部"])
def test_a_span_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(Fault, match=r"portal\.E017"):
        figures.span(written)


def test_nobody_applies_for_a_rating() -> None:
    assert "service-rating" not in [one.id for one in opening.opened(DAY)]


@pytest.mark.parametrize("rows", [Rating, Limit])
def test_neither_ratings_nor_answers_are_rewritten(
    served: Receipt, personas: Personas, rows: type[Rating | Limit]
) -> None:
    rate(served)
    SetLimit(
        organ=Organ.objects.get(code="justice"), step=Limit.Step.VERIFY, amount=1,
        unit=Unit.CALENDAR_DAY, source="演示",
    ).perform(personas.leader, at(2026, 7, 6))  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.objects.all().delete()
    assert Person.objects.filter(user__username="counter-justice").count() == 1
