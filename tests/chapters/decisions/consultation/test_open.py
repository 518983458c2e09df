"""A draft goes before the public lawfully: thirty days, or fewer with the reason stated."""

from datetime import date

import pytest

from fazhi.cases import store
from fazhi.cases.models import Case, Paper
from fazhi.chapters.decisions.consultation.models import Consultation, Version
from fazhi.fault import Fault
from fazhi.office.actor import STRANGER
from tests.chapters.decisions.consultation.people import (
    DRAFT,
    act,
    actor,
    decision,
    document,
    opened,
    opening,
)  # fmt: skip
from tests.conftest import at

pytestmark = pytest.mark.usefixtures("offices")


def test_opening_is_an_act_of_the_case_with_draft_and_explanation_as_its_papers() -> None:
    case = document()
    consultation = opened(case)
    file = store.file(case)
    assert consultation.act.name == file.acts[-1].name == "open_comments"
    assert file.case.state.facts["comment_period"] == "full"
    kept = Paper.objects.get(act=consultation.act, title="文件草案")
    assert DRAFT.strip() in bytes(kept.content).decode()
    assert Version.objects.get().number == 1


def test_fewer_than_thirty_days_need_their_reason() -> None:
    case = document(market=False)
    with pytest.raises(Fault, match=r"consultation.E005"):
        opened(case, until=date(2026, 4, 2))
    assert not Consultation.objects.exists()
    found = opened(case, until=date(2026, 3, 14), shortening="汛期将至")
    assert (found.days, found.shortening) == (10, "汛期将至")
    note = Paper.objects.get(act=found.act, title="起草说明")
    assert "汛期将至" in bytes(note.content).decode()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": " "}, "E003"), ({"note": ""}, "E003"), ({"ways": "\0x"}, "E003"),
        ({"title": "长" * 121}, "E003"), ({"text": "长" * 60_001}, "E003"),
        ({"until": date(2026, 3, 4)}, "E004"),
    ],
)  # fmt: skip
def test_what_is_missing_or_too_long_is_said_and_nothing_is_kept(
    changes: dict[str, object], code: str
) -> None:
    case = document()
    with pytest.raises(Fault, match=rf"consultation.{code}"):
        opened(case, **changes)
    assert not Consultation.objects.exists()
    assert Case.objects.get(pk=case.pk).sequence == 2


def test_a_case_is_put_before_the_public_once() -> None:
    case = document()
    opened(case)
    with pytest.raises(Fault, match=r"consultation.E002"):
        opened(case)


def test_a_stranger_and_another_organ_open_nothing() -> None:
    case = document()
    for who in (STRANGER, actor("street")):
        with pytest.raises(Fault, match=r"office.E001"):
            opening(case).perform(who, at(2026, 3, 4))


def test_before_there_is_a_draft_the_procedure_refuses() -> None:
    case = document()
    act(case, "drafter", "abandon", date(2026, 3, 4))
    with pytest.raises(Fault, match="procedure"):
        opened(case)


def test_a_major_decision_states_on_its_article_why_the_period_is_short() -> None:
    case = decision()
    with pytest.raises(Fault) as refused:
        opened(case, until=date(2026, 3, 20))
    assert "第十五条第一款" in refused.value.basis
    opened(case, until=date(2026, 3, 20), shortening="情况紧急")
    facts = store.load(case).history[-1].facts
    assert (facts["comment_period"], facts["shortening"]) == ("shortened", "情况紧急")


def test_the_compensation_plan_of_an_expropriation_has_its_thirty_days_in_any_case() -> None:
    with pytest.raises(Fault) as refused:
        opened(decision(), until=date(2026, 3, 20), shortening="情况紧急", expropriation=True)
    assert "不得缩短" in refused.value.wrong
    assert "第十条" in refused.value.basis


def test_what_is_lawfully_secret_is_not_put_before_the_public() -> None:
    with pytest.raises(Fault, match="不向社会公开征求意见"):
        opened(decision(secret=True))
