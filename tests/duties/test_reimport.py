"""A changed text makes a new edition: what is unchanged keeps its history, what vanished is withdrawn."""

from datetime import date

import pytest

from fazhi.duties.actions import Assign
from fazhi.duties.difference import Change, compare, difference
from fazhi.duties.models import Duty, Edition, Measure, Occurrence, Step
from fazhi.duties.permitted import permitted
from fazhi.duties.stored import reading_of
from fazhi.office.models import Organ
from fazhi.outline import read
from tests.conftest import TEXT, Personas, at, put_in_force
from tests.duties.test_supervision import answered

LATER = at(2024, 2, 1)


def again(personas: Personas, *changes: tuple[str, str]) -> Edition:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return put_in_force(personas, text, LATER)


def test_unchanged_duties_keep_identity_occurrences_and_evidence(
    occurrence: Occurrence, personas: Personas
) -> None:
    answered(occurrence, personas.clerk)
    before = {d.text: d.pk for d in Duty.objects.all()}
    edition = again(personas, ("定期通报执法投诉情况。", ""))
    assert edition.number == 2
    assert {d.text: d.pk for d in Duty.objects.all()} == before
    row = Occurrence.objects.get(pk=occurrence.pk)
    assert (row.stage, row.withdrawn) == ("answered", None)
    assert Step.objects.filter(occurrence=row).count() == 1


def test_a_vanished_duty_is_withdrawn_and_never_deleted(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.clerk)
    edition = again(personas, ("每年至少组织两次执法案卷评查。", ""))
    row = Occurrence.objects.select_related("duty").get(pk=occurrence.pk)
    assert row.withdrawn == row.duty.withdrawn == edition
    assert row.steps.count() == 1
    faults = [fault.code for _, fault in permitted(personas.coordinator, row, LATER.date()) if fault]
    assert set(faults) <= {"duties.E010", "office.E001"}
    assert "duties.E010" in faults


def test_changed_words_are_a_new_duty(occurrence: Occurrence, personas: Personas) -> None:
    edition = again(personas, ("至少组织两次", "至少组织三次"))
    old, new = Duty.objects.filter(text__contains="案卷").order_by("pk")
    assert (old.pk, old.withdrawn, old.introduced.number) == (occurrence.duty_id, edition, 1)
    assert (new.withdrawn, new.introduced) == (None, edition)
    assert set(new.occurrences.values_list("required", flat=True)) == {3}


def test_a_moved_measure_keeps_its_duties(occurrence: Occurrence, personas: Personas) -> None:
    moved = (("1.规范性文件管理", "2.规范性文件管理"), ("2.目录公开", "1.目录公开"))
    again(personas, ("3.执法监督", "5.执法监督检查"), *moved)
    duty = Duty.objects.select_related("measure").get(pk=occurrence.duty_id)
    assert (duty.withdrawn, duty.measure.title, duty.measure.number) == (None, "执法监督检查", "5")


def test_a_vanished_measure_is_withdrawn(edition: Edition, personas: Personas) -> None:
    begin = TEXT.index("4.街道执法")
    put_in_force(personas, TEXT[:begin], LATER)
    gone = Measure.objects.get(number="4")
    assert gone.withdrawn
    assert not gone.duties.filter(withdrawn=None).exists()
    assert edition.outline.measures.filter(withdrawn=False).count() == 3


def test_an_organ_that_no_longer_leads_is_released_and_taken_back_later(
    edition: Edition, personas: Personas
) -> None:
    rows = Occurrence.objects.filter(organ__code="government-office", duty__text__contains="清单")
    kept = rows.get()
    second = again(personas, ("区司法局、区政府办；", "区司法局；"))
    assert rows.get().withdrawn == second
    again(personas, ("定期通报执法投诉情况。", ""))
    assert (rows.get().pk, rows.get().withdrawn) == (kept.pk, None)


def test_what_the_coordinator_assigned_stands_as_long_as_its_duty(
    occurrence: Occurrence, personas: Personas
) -> None:
    east = Organ.objects.get(code="east")
    Assign(duty=occurrence.duty, organ=east, due_on=date(2024, 6, 30), text="请报送").perform(
        personas.coordinator, LATER
    )
    again(personas, ("定期通报执法投诉情况。", ""))
    assert Occurrence.objects.get(assigned=True).withdrawn is None
    third = again(personas, ("每年至少组织两次执法案卷评查。", ""))
    assert Occurrence.objects.get(assigned=True).withdrawn == third


def test_the_difference_shows_measures_duties_and_units(edition: Edition) -> None:
    text = TEXT.replace("两次", "三次").replace("（牵头单位：区政府办公室；", "（牵头单位：区审计局；")
    text = text[: text.index("4.街道执法")] + "4.普法。每年开展普法宣传。（牵头单位：区司法局）\n"
    changes = {c.title: c for c in difference(edition.outline, read(text))}
    law = changes["执法监督"]
    assert law.change == Change.CHANGED
    assert (law.gone_duties, law.new_duties) == (
        ("每年至少组织两次执法案卷评查",),
        ("每年至少组织三次执法案卷评查",),
    )
    assert (changes["目录公开"].gone_units, changes["目录公开"].new_units) == (
        ("牵头：区政府办公室",),
        ("牵头：区审计局",),
    )
    assert "规范性文件管理" not in changes
    assert changes["普法"].title_before == "街道执法"


def test_a_text_does_not_differ_from_itself(edition: Edition) -> None:
    reading = reading_of(edition)
    assert compare(reading, reading) == ()
    shifted = read("\n\n" + edition.text)
    assert compare(reading, shifted) == ()


@pytest.mark.parametrize("first", [True, False])
def test_a_whole_new_or_vanished_text_is_told_measure_by_measure(edition: Edition, first: bool) -> None:
    reading, empty = reading_of(edition), read("")
    changes = compare(empty, reading) if first else compare(reading, empty)
    assert {c.change for c in changes} == {Change.NEW if first else Change.GONE}
    assert len(changes) == 4
