"""An outline comes in whole or not at all, and makes duties that named organs answer for."""

from datetime import date
from typing import Any

import pytest

from fazhi.documents.upload import check_size, largest
from fazhi.duties.actions import Commit, discard, stage
from fazhi.duties.models import Assignment, Draft, Duty, Edition, Measure, Occurrence, Outline
from fazhi.duties.schedule import Term
from fazhi.duties.stored import reading_of
from fazhi.fault import Fault
from fazhi.outline.reading import Measure as ReadMeasure
from tests.conftest import TERM, TEXT, Personas, at, put_in_force

NOW = at(2023, 1, 5)
ROWS = (Draft, Outline, Edition, Measure, Assignment, Duty, Occurrence)


def counts() -> list[int]:
    return [table._default_manager.count() for table in ROWS]


def due(words: str) -> set[tuple[str, str, date]]:
    rows = Occurrence.objects.filter(duty__text__contains=words, withdrawn=None)
    return set(rows.values_list("organ__code", "label", "due_on"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("图.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("坏.docx", b"PK\x03\x04broken"),
        ("空.txt", b""),
        ("没有举措.txt", "今天天气很好。".encode()),
    ],
)
def test_a_file_that_is_no_outline_is_refused_and_nothing_is_kept(
    personas: Personas, name: str, data: bytes
) -> None:
    with pytest.raises(Fault):
        stage(personas.coordinator, name, data, NOW)
    assert counts() == [0] * len(ROWS)


def test_a_file_beyond_the_one_limit_is_refused_by_its_size() -> None:
    check_size(largest())
    with pytest.raises(Fault, match=r"documents\.E050"):
        check_size(largest() + 1)


def test_an_outline_up_to_the_limit_is_read(personas: Personas, settings: Any) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"upload_mb": 30})
    data = TEXT.encode() + (b"\n" + b"x" * 9_999) * (25 * 2**20 // 10_000)
    assert stage(personas.coordinator, "纲要.txt", data, NOW).pk


@pytest.mark.parametrize("who", ["clerk", "street", "leader", "auditor", "stranger"])
def test_only_a_coordinator_brings_outlines_in(personas: Personas, who: str) -> None:
    actor = getattr(personas, who)
    with pytest.raises(Fault, match=r"office\.E001"):
        stage(actor, "纲要.txt", TEXT.encode(), NOW)
    draft = stage(personas.coordinator, "纲要.txt", TEXT.encode(), NOW)
    with pytest.raises(Fault, match=r"office\.E001"):
        Commit(draft=draft, term=TERM).perform(actor, NOW)
    with pytest.raises(Fault, match=r"office\.E001"):
        discard(actor, draft)


def test_a_gb18030_file_is_read_like_a_utf8_one(personas: Personas) -> None:
    drafts = [stage(personas.coordinator, "纲要.txt", TEXT.encode(e), NOW) for e in ("gb18030", "utf-8-sig")]
    assert reading_of(drafts[0]).measures == reading_of(drafts[1]).measures


def test_the_lead_units_owe_each_duty_for_each_period(edition: Edition) -> None:
    assert due("案卷评查") == {
        ("justice", "2023年", date(2023, 12, 31)),
        ("justice", "2024年", date(2024, 12, 31)),
        ("justice", "2025年", date(2025, 12, 31)),
    }
    assert due("规范性文件清单") == {
        (organ, "2024-06-30前", date(2024, 6, 30)) for organ in ("justice", "government-office")
    }
    assert Occurrence.objects.filter(duty__text__contains="案卷评查").first().required == 2  # type: ignore[union-attr]


def test_a_duty_that_names_the_streets_is_owed_by_each_street(edition: Edition) -> None:
    assert {organ for organ, _, _ in due("执法人员培训")} == {"east", "west"}


def test_what_the_text_merely_permits_is_owed_by_nobody(edition: Edition) -> None:
    assert Duty.objects.get(text__contains="法律顾问").modality == "may"
    assert due("法律顾问") == set()


def test_an_open_interval_is_not_guessed(edition: Edition) -> None:
    assert due("投诉情况") == {("justice", "定期（间隔未定）", date(2025, 12, 31))}


def test_an_alias_and_the_name_are_one_organ_and_groups_are_expanded(edition: Edition) -> None:
    held = Assignment.objects.filter(measure__number="2")
    parts = set(held.values_list("organ__code", "part", "written"))
    assert parts == {
        ("government-office", "lead", "区政府办公室"),
        ("justice", "responsible", "区政府各部门"),
        ("audit", "responsible", "区政府各部门"),
    }


def test_every_span_points_at_its_words(edition: Edition) -> None:
    for duty in Duty.objects.all():
        assert edition.text[duty.start : duty.end] == duty.text


def test_what_was_read_is_kept_without_loss(edition: Edition) -> None:
    read = reading_of(edition)
    assert isinstance(read.measures[0], ReadMeasure)
    assert read.measures[0].units[0].name == "区司法局"
    assert read.text == TEXT.strip() or read.text in TEXT


UNKNOWN = TEXT.replace("区司法局、区政府办；", "区司法局、区科技局；")


def test_a_name_that_nobody_knows_must_be_decided_first(personas: Personas) -> None:
    draft = stage(personas.coordinator, "纲要.txt", UNKNOWN.encode(), NOW)
    before = counts()
    with pytest.raises(Fault, match="区科技局"):
        Commit(draft=draft, term=TERM).perform(personas.coordinator, NOW)
    assert counts() == before


@pytest.mark.parametrize(("codes", "leads"), [(("audit",), {"justice", "audit"}), ((), {"justice"})])
def test_a_decided_name_stands_for_what_was_decided(
    personas: Personas, codes: tuple[str, ...], leads: set[str]
) -> None:
    draft = stage(personas.coordinator, "纲要.txt", UNKNOWN.encode(), NOW)
    decided = Commit(draft=draft, term=TERM, resolutions={"区科技局": codes})
    edition = decided.perform(personas.coordinator, NOW)
    held = Assignment.objects.filter(measure__number="1", part="lead")
    assert set(held.values_list("organ__code", flat=True)) == leads
    assert edition.resolutions == {"区科技局": list(codes)}
    assert not Draft.objects.exists()


def test_a_decision_holds_for_the_next_edition_too(personas: Personas) -> None:
    for text, decided in ((UNKNOWN, {"区科技局": ("audit",)}), (UNKNOWN.replace("两次", "三次"), {})):
        draft = stage(personas.coordinator, "纲要.txt", text.encode(), NOW)
        Commit(draft=draft, term=TERM, resolutions=decided).perform(personas.coordinator, NOW)
    assert Edition.objects.last().resolutions == {"区科技局": ["audit"]}  # type: ignore[union-attr]


def test_the_same_file_is_not_imported_twice(edition: Edition, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"duties\.E004"):
        stage(personas.coordinator, "又一份.txt", TEXT.encode(), NOW)


def test_a_draft_is_committed_once(personas: Personas) -> None:
    draft = stage(personas.coordinator, "纲要.txt", TEXT.encode(), NOW)
    Commit(draft=draft, term=TERM).perform(personas.coordinator, NOW)
    with pytest.raises(Fault, match=r"duties\.E008"):
        Commit(draft=draft, term=TERM).perform(personas.coordinator, NOW)


@pytest.mark.parametrize(
    ("term", "signed", "code"),
    [
        (Term(date(2025, 1, 1), date(2024, 1, 1)), None, "duties.E006"),
        (Term(date(1025, 1, 1), date(2024, 1, 1)), None, "duties.E006"),
        (TERM, date(2026, 1, 1), "duties.E007"),
    ],
)
def test_a_term_that_cannot_be_is_refused(
    personas: Personas, term: Term, signed: date | None, code: str
) -> None:
    draft = stage(personas.coordinator, "纲要.txt", TEXT.encode(), NOW)
    with pytest.raises(Fault) as fault:
        Commit(draft=draft, term=term, signed_on=signed).perform(personas.coordinator, NOW)
    assert fault.value.code == code


def test_a_discarded_draft_leaves_nothing(personas: Personas) -> None:
    discard(personas.coordinator, stage(personas.coordinator, "纲要.txt", TEXT.encode(), NOW))
    assert counts() == [0] * len(ROWS)


def test_nothing_falls_due_before_the_outline_was_signed(personas: Personas) -> None:
    draft = stage(personas.coordinator, "纲要.txt", TEXT.encode(), NOW)
    Commit(draft=draft, term=TERM, signed_on=date(2024, 2, 1)).perform(personas.coordinator, NOW)
    assert not Occurrence.objects.filter(due_on__lt=date(2024, 2, 1)).exists()


def test_the_title_makes_the_outline(personas: Personas) -> None:
    assert put_in_force(personas, TEXT, NOW).outline.title == "试验区纲要"
