"""Duties that show themselves in figures answer themselves on their last day, and a person confirms."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from fazhi.duties.actions import Confirm, SendBack
from fazhi.duties.models import Occurrence, Step
from fazhi.duties.permitted import permitted
from fazhi.fault import Fault
from fazhi.indicators import engine
from fazhi.indicators.actions import AnswerDue, due
from fazhi.indicators.models import Deed, Standing
from fazhi.office.actor import platform
from fazhi.office.models import Organ
from tests.conftest import Personas, at, put_in_force
from tests.indicators.conftest import TODAY, filled

OUTLINE = (
    "试验区法治政府建设实施纲要（2021—2025年）\n\n六、健全行政决策制度\n"
    "13.规范性文件监督。落实规范性文件备案审查。开展规范性文件动态清理。"
    "（牵头单位：区司法局；责任单位：东街道）\n"
    "16.决策规范。每年公布重大行政决策事项目录。（牵头单位：区司法局；责任单位：东街道）\n"
)


@pytest.fixture
def owed(personas: Personas) -> dict[str, Occurrence]:
    """What 区司法局 owes under an outline, by label and the duty's first words."""
    filled(list(Organ.objects.filter(code__in=("justice", "east"))))
    put_in_force(personas, OUTLINE, at(2023, 1, 5))
    return {f"{row.label}{row.duty.text[:4]}": row for row in Occurrence.objects.all()}


def answered() -> set[int]:
    return set(Step.objects.filter(kind=Step.Kind.ANSWER).values_list("occurrence", flat=True))


def test_what_figures_show_is_answered_with_them_and_nothing_else(owed: dict[str, Occurrence]) -> None:
    yearly = {owed["2024年每年公布"].pk, owed["2025年每年公布"].pk}
    found = {one.occurrence.pk: one.itself for one in due(TODAY)}
    assert {pk for pk, itself in found.items() if itself} == yearly
    assert found[owed["期末落实规范"].pk] is False  # one in three was filed in time
    assert found[owed["2023年每年公布"].pk] is False  # nothing to count
    assert owed["期末开展规范"].pk not in found  # a person has to judge
    assert AnswerDue().perform(at(2026, 11, 20)) == 2
    assert answered() == yearly
    step = Step.objects.get(occurrence=owed["2025年每年公布"])
    assert (step.person_id, step.organ_id) == (None, owed["2025年每年公布"].organ_id)
    assert step.text == "演示：系统按指标数据自动报送。全区2025年：年度决策事项目录公布率100%"
    (figure,) = json.loads(bytes(step.evidence.get().content))["figures"]
    assert (figure["numerator"], figure["denominator"], len(figure["rows_digest"])) == (3, 3, 64)
    assert AnswerDue().perform(at(2026, 11, 21)) == 0


@pytest.mark.parametrize(("day", "number"), [(date(2024, 12, 30), 0), (date(2024, 12, 31), 1)])
def test_it_answers_on_the_last_day_and_not_before(
    owed: dict[str, Occurrence], day: date, number: int
) -> None:
    assert owed
    assert AnswerDue().perform(at(day.year, day.month, day.day)) == number


def test_a_person_confirms_or_returns_and_what_was_returned_is_the_organs(
    owed: dict[str, Occurrence], personas: Personas
) -> None:
    AnswerDue().perform(at(2026, 11, 20))
    first, second = owed["2024年每年公布"], owed["2025年每年公布"]
    now = at(2026, 11, 20)
    with pytest.raises(Fault, match=r"office\.E001"):
        Confirm(occurrence=first, expected=1).perform(platform(first.organ_id), now)
    Confirm(occurrence=first, expected=1).perform(personas.coordinator, now)
    SendBack(occurrence=second, expected=1, text="演示：目录没有附件", rectify_by=date(2026, 12, 1)).perform(
        personas.coordinator, now
    )
    assert AnswerDue().perform(at(2026, 12, 2)) == 0
    second.refresh_from_db()
    verdicts = dict(permitted(personas.clerk, second, TODAY))
    assert verdicts[Step.Kind.ANSWER] is None


def test_figures_that_are_not_whole_answer_nothing(owed: dict[str, Occurrence]) -> None:
    assert owed
    Deed.objects.all().delete()
    Standing.objects.all().delete()
    assert engine.missing()
    assert AnswerDue().perform(at(2026, 11, 20)) == 0


def test_somebody_who_was_quicker_is_not_answered_over(
    owed: dict[str, Occurrence], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row was open when it was looked for; by the time it is answered it is not."""
    assert owed
    seen = list(due(TODAY))
    AnswerDue().perform(at(2026, 11, 20))
    monkeypatch.setattr("fazhi.indicators.actions.answer.due", lambda _today: seen)
    assert AnswerDue().perform(at(2026, 11, 20)) == 0
    assert len(answered()) == Step.objects.count() == 2


def test_an_answer_of_the_platform_is_kept_as_any_other(owed: dict[str, Occurrence]) -> None:
    assert owed
    AnswerDue().perform(at(2026, 11, 20))
    for change in (
        lambda: Step.objects.update(text="x"),
        lambda: Step.objects.all()._raw_delete(using="default"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
