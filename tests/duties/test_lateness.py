"""An answer that came after its last day says by how many days, whatever became of it later."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fazhi.duties import lateness
from fazhi.duties.actions import Answer, Confirm, SendBack
from fazhi.duties.export import ledger_xlsx
from fazhi.duties.models import Occurrence
from fazhi.duties.register import Search, matching
from tests.conftest import Personas, at
from tests.duties.test_export import sheet
from tests.duties.test_supervision import NOTE
from tests.web.conftest import logged_in
from tests.web.page import text

DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS)
def test_late_by_the_days_after_the_last_one_and_never_less_than_none(due: date, on: date) -> None:
    late = lateness.days_late(due, on)
    assert late == len(range(due.toordinal() + 1, on.toordinal() + 1))


def test_a_late_answer_is_marked_in_list_page_and_workbook_even_once_confirmed(
    occurrence: Occurrence, personas: Personas
) -> None:
    due = occurrence.due_on
    assert due == date(2023, 12, 31)

    def answer(expected: int, month: int, day: int) -> None:
        given = Answer(occurrence=occurrence, expected=expected, text="已评查", evidence=(NOTE,))
        given.perform(personas.clerk, at(2024, month, day, 0))

    answer(0, 1, 3)
    back = SendBack(occurrence=occurrence, expected=1, text="缺评查结果", rectify_by=date(2024, 1, 31))
    back.perform(personas.coordinator, at(2024, 1, 4))
    answer(2, 1, 31)
    again = SendBack(occurrence=occurrence, expected=3, text="缺评查结果", rectify_by=date(2024, 2, 20))
    again.perform(personas.coordinator, at(2024, 2, 1))
    answer(4, 2, 22)
    Confirm(occurrence=occurrence, expected=5).perform(personas.coordinator, at(2024, 2, 23))

    steps = list(occurrence.steps.all())
    assert lateness.of_steps(due, steps) == {steps[0].pk: 3, steps[4].pk: 2}
    row = matching(Search(), date(2024, 3, 1)).get(pk=occurrence.pk)
    assert (lateness.answered_on(row), lateness.late(row)) == (date(2024, 1, 3), 3)
    head, *rows = sheet(ledger_xlsx(matching(Search(duty=occurrence.duty_id, year=2023), date(2024, 3, 1))))
    (told,) = [dict(zip(head, line, strict=True)) for line in rows if line[7] == "区司法局"]
    assert (told["首次报送日期"].date(), told["晚报天数"]) == (date(2024, 1, 3), 3)
    desk = logged_in("clerk")
    listed = text(desk.get(f"/duties?duty={occurrence.duty_id}&year=2023"))
    assert listed.count("晚报 3 日") == 1
    page = text(desk.get(f"/duties/{occurrence.pk}"))
    assert (page.count("晚报 3 日"), page.count("晚报 2 日")) == (1, 1)


def test_an_answer_in_time_and_none_at_all_are_not_late(occurrence: Occurrence, personas: Personas) -> None:
    given = Answer(occurrence=occurrence, expected=0, text="已评查", evidence=(NOTE,))
    given.perform(personas.clerk, at(2023, 12, 31, 23))
    rows = matching(Search(), date(2024, 3, 1))
    assert {lateness.late(row) for row in rows} == {0}
    assert "晚报" not in text(logged_in("clerk").get("/duties"))
