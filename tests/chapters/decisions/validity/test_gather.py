"""Documents come out of their cases: entered by the publication, ended by what the case decides."""

from datetime import date

import pytest

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.models import Document, Finding, Record
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from tests.chapters.decisions.validity import people
from tests.chapters.decisions.validity.people import act, change, entered, published, signed
from tests.conftest import at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _district() -> None:
    people.establish_all()


def gather(day: int = 17) -> int:
    return actions.Gather().perform(at(2026, 3, day)).recorded


def test_a_published_document_is_registered_with_what_its_case_says() -> None:
    signed()
    assert gather() == 0
    case = published(number="试司规〔2026〕3号")
    assert [gather(), gather()] == [1, 0]
    row = Document.objects.get()
    assert (row.number, row.name, row.issuer, row.case) == (
        "试司规〔2026〕3号", "便民停车管理办法", "试验区司法局", case,
    )  # fmt: skip
    assert (row.published_on, row.term, row.valid_until) == (date(2026, 3, 16), "dated", date(2028, 12, 31))
    assert (row.normative, row.filing, row.index_number) == ("yes", "no", "A1")
    assert row.bases == "《示例区便民服务办法》第二条"


def test_a_validity_that_the_document_does_not_state_stays_open() -> None:
    published(validity="unstated")
    gather()
    row = Document.objects.get()
    assert (row.term, row.valid_until, row.ended_on) == ("unstated", None, None)


def test_words_longer_than_the_register_are_cut_and_hold_up_nothing() -> None:
    for _ in range(2):
        published(number="字" * 400)
    assert actions.Gather().perform(at(2026, 3, 17)).recorded == 2
    assert {len(number) for number in Document.objects.values_list("number", flat=True)} <= set(
        range(100, 121)
    )


def test_what_the_case_decides_is_recorded_and_nothing_beside_it() -> None:
    case = published()
    gather()
    row = Document.objects.get()
    with pytest.raises(Fault, match=r"validity\.E021"):
        change(row, Record.Kind.ABOLISH, date(2026, 3, 20))
    act(case, "keep", date(2026, 3, 18), kept_reason="仍有必要")
    act(case, "change", date(2026, 3, 20), "修改或者废止的决定", clean_up="abolished")
    assert gather(21) == 2
    row.refresh_from_db()
    kinds = list(row.records.values_list("kind", "text"))
    assert kinds[1:] == [("keep", "仍有必要"), ("abolish", "清理：修改或者废止的决定")]
    assert [row.state(date(2026, 3, day)) for day in (19, 20)] == [State.IN_FORCE, State.ABOLISHED]


def test_a_document_that_somebody_entered_before_is_joined_to_its_case() -> None:
    entered("试司规〔2026〕2号", basis="《行政许可法》第五条", published_on="2026-01-02")
    case = published()
    assert gather() == 1
    row = Document.objects.get()
    assert row.case == case
    assert [one.kind for one in row.records.all()] == ["enter", "correct"]
    assert row.valid_until == date(2028, 12, 31)


def test_two_cases_with_one_number_are_both_registered_and_somebody_is_told() -> None:
    first, second = published(), published()
    published(number="试司规〔2026〕9号")
    done = actions.Gather().perform(at(2026, 3, 17))
    assert (done.recorded, done.failed) == (3, 0)
    numbers = dict(Document.objects.values_list("case", "number"))
    assert numbers[first.pk] == "试司规〔2026〕2号"
    assert numbers[second.pk] == f"试司规〔2026〕2号（重号{second.pk}）"
    (found,) = Finding.objects.all()
    assert (found.kind, found.document.case) == (Finding.Kind.NUMBER, second)
