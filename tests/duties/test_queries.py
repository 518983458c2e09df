"""What the pages show is derived, counted in few queries, and never shows what was withdrawn."""

from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.duties import register, standing
from fazhi.duties.agenda import agenda, nearest
from fazhi.duties.matrix import matrix
from fazhi.duties.models import Edition, Occurrence
from fazhi.duties.register import Search, matching
from fazhi.duties.status import Status, status, with_status
from fazhi.office.models import Organ
from tests.conftest import TEXT, Personas, at, put_in_force
from tests.duties.test_supervision import answered

DAYS = [date(2023, 2, 1), date(2023, 12, 15), date(2024, 1, 15), date(2025, 12, 31), date(2026, 1, 1)]


def texts(search: Search, today: date = date(2024, 1, 15)) -> set[str]:
    return {row.duty.text for row in matching(search, today)}


@pytest.mark.parametrize("today", DAYS)
def test_the_database_derives_the_status_as_the_rule_does(edition: Edition, today: date) -> None:
    for stage, rectify_by in product(Occurrence.Stage, [None, date(2024, 1, 10), date(2026, 3, 1)]):
        Occurrence.objects.update(stage=stage, rectify_by=rectify_by)
        for row in with_status(Occurrence.objects.all(), today):
            last_day = row.rectify_by or row.due_on
            derived = status(row.stage, last_day, edition.outline.ends_on, today)
            assert row.status == derived  # type: ignore[attr-defined]


def test_nothing_looks_done_without_evidence_when_the_outline_has_ended(edition: Edition) -> None:
    counts = standing.counts(standing.owed(edition.outline, date(2026, 11, 24)))
    assert set(counts) == {Status.EXPIRED}
    assert standing.light(counts) == standing.Light.RED


@pytest.mark.parametrize(
    ("search", "words"),
    [
        (Search(text="案卷"), {"每年至少组织两次执法案卷评查"}),
        (Search(text="目录 公开"), {"每年公布重大行政决策事项目录", "探索公众参与新方式"}),
        (Search(modality="explore"), {"探索公众参与新方式"}),
        (
            Search(chapter="二、严格执法", text="司法局"),
            {"每年至少组织两次执法案卷评查", "定期通报执法投诉情况"},
        ),
        (Search(day=date(2024, 6, 30)), {"2024年6月底前建立规范性文件清单"}),
        (Search(part="responsible"), {"各街道要每年开展执法人员培训"}),
        (Search(text="没有这个"), set()),
        (Search(text="%"), set()),
    ],
)
def test_the_ledger_finds_by_filters_and_words(edition: Edition, search: Search, words: set[str]) -> None:
    assert texts(search) == words


def test_the_ledger_filters_by_status(edition: Edition) -> None:
    found = register.of_status(matching(Search(), date(2024, 1, 15)), Status.OVERDUE)
    assert {row.label for row in found} == {"2023年"}


def test_what_was_withdrawn_is_in_no_list_and_no_count(edition: Edition, personas: Personas) -> None:
    today = date(2024, 2, 1)
    put_in_force(personas, TEXT.replace("每年至少组织两次执法案卷评查。", ""), at(2024, 1, 20))
    assert texts(Search(text="案卷")) == set()
    rows = standing.owed(edition.outline, today)
    assert sum(standing.counts(rows).values()) == matching(Search(), today).count()


def test_counts_by_organ_and_chapter_add_up(edition: Edition, personas: Personas) -> None:
    row = Occurrence.objects.get(organ__code="justice", duty__text__contains="案卷", label="2023年")
    answered(row, personas.clerk)
    rows = standing.owed(edition.outline, date(2024, 1, 15))
    whole = standing.counts(rows)
    assert whole["answered"] == 1
    for key in ("organ", "duty__measure__chapter", "due_on__year"):
        table = standing.counts_by(rows, key)
        assert sum(sum(counts.values()) for counts in table.values()) == sum(whole.values())


def test_the_agenda_lists_each_duty_once_with_its_organs(edition: Edition) -> None:
    rows = matching(Search(), date(2024, 1, 15))
    entries = agenda(rows, date(2024, 6, 1), date(2024, 7, 1))
    assert [(e.day, e.duty.text, sum(e.counts.values())) for e in entries] == [
        (date(2024, 6, 30), "2024年6月底前建立规范性文件清单", 2)
    ]
    assert nearest(rows, date(2024, 6, 1), date(2024, 7, 1)) == (date(2023, 12, 31), date(2024, 12, 31))


def test_the_matrix_says_who_leads_and_who_answers(edition: Edition) -> None:
    found = matrix(edition.outline)
    rows = {row.name: row for _, band in found.bands for row in band}
    assert found.chapters == (("一、科学决策", 2), ("二、严格执法", 2))
    assert rows["区司法局"].parts == ("lead", "responsible", "lead", "lead")
    assert rows["东街道"].parts == ("responsible", "", "responsible", "responsible")
    assert (rows["区司法局"].lead, rows["区司法局"].responsible) == (3, 1)


def test_the_folded_matrix_keeps_group_words_as_one_row(edition: Edition) -> None:
    bands = dict(matrix(edition.outline, folded=True).bands)
    groups = {row.name: row.parts for row in bands["机构组"]}
    assert groups["各街道"] == ("responsible", "", "responsible", "responsible")
    assert "街道" not in bands
    assert {row.name for row in bands["政府部门"]} == {"区司法局", "区政府办"}


def test_pages_ask_few_questions(edition: Edition) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        rows = matching(Search(), date(2024, 1, 15))
        for row in rows:
            str(row.organ), str(row.duty.measure.outline)
        standing.counts(rows)
        standing.counts_by(rows, "organ")
        agenda(rows, date(2023, 1, 1), date(2026, 1, 1))
        matrix(edition.outline, folded=True)
    assert len(asked) <= 10
    assert Organ.objects.count() > 0
