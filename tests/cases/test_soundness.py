"""What lies beside the chains is held against them: editions, lists, sealed contents, papers."""

import pytest

from fazhi.cases import soundness
from fazhi.cases.actions import Attachment
from fazhi.cases.models import Case, Clock, Paper, Party, Secret, StoredEdition, SubjectKey
from fazhi.office.actor import Actor
from tests.cases.conftest import DAY, do, opening
from tests.cases.erasing import erase
from tests.cases.test_audit import lifted
from tests.conftest import Personas, at


@pytest.fixture
def full(case: Case, receiver: Actor) -> Case:
    papers = (Attachment("申请书", "演示.txt", b"demo"),)
    do(case, receiver, "receive", DAY, facts={"channel": "in-person", "submitted_on": DAY}, papers=papers)
    return case


def wrong() -> list[tuple[str, ...]]:
    cases = soundness.sample(whole=True)
    looks = (soundness.projections, soundness.seals, soundness.papers)
    return [soundness.editions().wrong, *(look(cases).wrong for look in looks)]


def test_a_sound_record_is_found_sound(full: Case) -> None:
    assert wrong() == [(), (), (), ()]
    cases = soundness.sample(whole=True)
    assert [soundness.editions().looked, soundness.seals(cases).looked, soundness.papers(cases).looked] == [
        1, 1, 1,
    ]  # fmt: skip


def test_what_was_lawfully_erased_is_not_wrong(full: Case, personas: Personas) -> None:
    subject = Party.objects.get().subject
    erase(full, subject, at(2026, 8, 1))
    assert wrong() == [(), (), (), ()]


@pytest.mark.parametrize(
    "change", [{"stage": "x"}, {"outcome": "x"}, {"next_due": "2030-01-01"}, {"latest_on": "2030-01-01"}]
)
def test_a_list_that_says_otherwise_is_named(full: Case, change: dict[str, str]) -> None:
    Case.objects.filter(pk=full.pk).update(**change)
    assert wrong()[1] == (f"{full.number}：{'、'.join(change)}",)


def test_clocks_that_differ_are_missing_or_are_too_many(full: Case) -> None:
    Clock.objects.filter(name="reply").update(due="2030-01-01")
    assert wrong()[1] == (f"{full.number}：reply",)
    Clock.objects.all().delete()
    Clock.objects.create(case=full, name="更多", started=DAY)
    assert "更多" in wrong()[1][0]


def test_an_edition_with_another_text_is_named(full: Case) -> None:
    with lifted():
        StoredEdition.objects.update(content=b"{}")
    assert len(wrong()[0]) == 1


def test_a_sealed_content_that_was_exchanged_is_named(full: Case, receiver: Actor) -> None:
    other = opening().perform(receiver, at(2026, 7, 6))
    with lifted():
        row = Secret.objects.get(act__case=other)
        Secret.objects.filter(act__case=full).update(ciphertext=row.ciphertext)
    assert [full.number in one for one in wrong()[2]] == [True]


def test_a_key_that_does_not_open_is_named(full: Case) -> None:
    SubjectKey.objects.update(ciphertext=b"x" * 48)
    assert "密文打不开" in wrong()[2][0]


def test_a_paper_that_was_exchanged_is_named(full: Case) -> None:
    with lifted():
        Paper.objects.update(content=b"other")
    assert wrong()[3] == (f"{full.number} 第 2 个行为《申请书》",)


def test_a_sample_is_spread_over_all_cases(receiver: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soundness, "SAMPLE", 3)
    keys = [opening().perform(receiver, at(2026, 7, 6)).pk for _ in range(9)]
    chosen = list(soundness.sample(whole=False).values_list("pk", flat=True))
    assert 3 <= len(chosen) < 9
    assert (chosen[-1], set(chosen) <= set(keys)) == (keys[-1], True)
    assert soundness.sample(whole=True).count() == 9
