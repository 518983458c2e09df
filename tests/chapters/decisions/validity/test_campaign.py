"""A clean-up: each office answers for each document, and nothing is published before the sum is the scope."""

from datetime import date
from typing import Any

import pytest

from fazhi.chapters.decisions.validity import actions, campaigning
from fazhi.chapters.decisions.validity.models import Campaign, Document, Finding, Item, Record
from fazhi.chapters.decisions.validity.state import State
from fazhi.chapters.decisions.validity.tally import Decision
from fazhi.fault import Fault
from fazhi.office.models import Organ
from tests.chapters.decisions.validity import people
from tests.chapters.decisions.validity.people import actor, change, endless, published
from tests.conftest import at

pytestmark = pytest.mark.django_db
JUSTICE, EAST = "区司法局", "东街道"


@pytest.fixture(autouse=True)
def _district() -> None:
    people.establish_all()


def launch(login: str = "coordinator", **changes: Any) -> Campaign:
    given: dict[str, Any] = {
        "title": "2026年集中清理", "note": "逐件提出结论", "scope": actions.Scope(as_of=date(2026, 3, 2)),
        "due": date(2026, 3, 20),
    }  # fmt: skip
    return actions.Launch(**{**given, **changes}).perform(actor(login), at(2026, 3, 2))


@pytest.fixture
def campaign() -> Campaign:
    """Three documents of the justice bureau, one of the street; one had ended before."""
    for n in (1, 2, 3):
        endless(f"试司规〔2021〕{n}号", name=f"办法{n}", basis="")
    endless("试东规〔2021〕1号", login="coordinator", organ=EAST, name="街道办法", basis="")
    gone = endless("试司规〔2019〕1号", basis="")
    change(gone, Record.Kind.ABOLISH, date(2026, 2, 1))
    return launch()


def item(campaign: Campaign, number: str) -> Item:
    return campaign.items.get(document__number=number)


def say(campaign: Campaign, number: str, decision: str, login: str = "clerk", **changes: Any) -> None:
    given: dict[str, Any] = {"item": item(campaign, number), "decision": decision, "reason": "评估后的意见"}
    actions.Respond(**{**given, **changes}).perform(actor(login), at(2026, 3, 10))


def finish(campaign: Campaign, login: str = "coordinator", **changes: Any) -> Any:
    given: dict[str, Any] = {
        "campaign": campaign, "text": "清理结果", "effective_on": date(2026, 4, 1), **changes,
    }  # fmt: skip
    return actions.Publish(**given).perform(actor(login), at(2026, 3, 25))


def all_answered(campaign: Campaign) -> None:
    say(campaign, "试司规〔2021〕1号", "keep")
    say(campaign, "试司规〔2021〕2号", "amend")
    say(campaign, "试司规〔2021〕3号", "abolish")
    say(campaign, "试东规〔2021〕1号", "declare", login="street")


def test_the_scope_is_fixed_when_the_campaign_opens(campaign: Campaign) -> None:
    endless("试司规〔2026〕1号", basis="")
    assert campaign.items.count() == 4
    narrow = actions.Scope(as_of=date(2026, 3, 2), organs=(Organ.objects.get(name=EAST),))
    assert launch(scope=narrow).items.get().document.number == "试东规〔2021〕1号"
    assert actions.Scope(as_of=date(2026, 3, 2), published_before=date(2021, 3, 1)).documents().count() == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"login": "clerk"}, "office.E001"),
        ({"title": " "}, "validity.E032"),
        ({"note": ""}, "validity.E032"),
        ({"due": date(2026, 3, 1)}, "validity.E033"),
        ({"scope": actions.Scope(as_of=date(2026, 3, 3))}, "validity.E033"),
        ({"scope": actions.Scope(as_of=date(2001, 1, 1))}, "validity.E031"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(campaign: Campaign, changes: Any, code: str) -> None:
    with pytest.raises(Fault) as caught:
        launch(**changes)
    assert caught.value.code == code


def test_who_has_not_answered_is_named_and_late_after_the_last_day(campaign: Campaign) -> None:
    say(campaign, "试司规〔2021〕1号", "keep")
    with pytest.raises(Fault, match="4件文件中还有3件没有清理结论") as caught:
        finish(campaign)
    assert "办法2（试司规〔2021〕2号）" in caught.value.wrong
    assert "街道办法" in caught.value.wrong
    lines = campaigning.lines(campaign)
    assert campaigning.late(lines, campaign, date(2026, 3, 20)) == {}
    owed = {
        organ.name: count for organ, count in campaigning.late(lines, campaign, date(2026, 3, 21)).items()
    }
    assert owed == {JUSTICE: 2, EAST: 1}
    assert not Record.objects.filter(campaign=campaign).exists()


def test_the_results_change_the_register_from_their_day_on(campaign: Campaign) -> None:
    all_answered(campaign)
    say(campaign, "试司规〔2021〕3号", "amend", replacement="新办法3（试司规〔2026〕3号）")
    finish(campaign)
    states = {row.number: row.state(date(2026, 4, 1)) for row in Document.objects.all()}
    assert states == {
        "试司规〔2021〕1号": State.IN_FORCE,
        "试司规〔2021〕2号": State.IN_FORCE,
        "试司规〔2021〕3号": State.AMENDED,
        "试东规〔2021〕1号": State.LAPSED,
        "试司规〔2019〕1号": State.ABOLISHED,
    }
    assert Document.objects.get(number="试司规〔2021〕2号").revising
    assert Finding.objects.get().document.number == "试司规〔2021〕2号"
    counts = campaigning.counted(campaigning.lines(campaign)).counts
    assert counts == {Decision.KEEP: 1, Decision.AMEND: 2, Decision.ABOLISH: 0, Decision.DECLARE: 1}
    for again in (lambda: finish(campaign), lambda: say(campaign, "试司规〔2021〕1号", "keep")):
        with pytest.raises(Fault, match=r"validity\.E037"):
            again()


def test_an_answer_is_the_offices_own_and_has_its_reason(campaign: Campaign) -> None:
    number = "试司规〔2021〕1号"
    for login, decision, changes, code in (
        ("street", "keep", {}, "office.E001"),
        ("auditor", "keep", {}, "office.E001"),
        ("clerk", "x", {}, "validity.E034"),
        ("clerk", "keep", {"reason": ""}, "validity.E035"),
        ("clerk", "amend", {"replacement": "字" * 301}, "validity.E019"),
    ):
        with pytest.raises(Fault) as caught:
            say(campaign, number, decision, login, **changes)
        assert caught.value.code == code
    with pytest.raises(Fault, match=r"office\.E001"):
        finish(campaign, "clerk")
    say(campaign, number, "abolish", "coordinator")


def test_a_document_that_ended_or_was_stopped_meanwhile_is_not_kept(campaign: Campaign) -> None:
    all_answered(campaign)
    change(Document.objects.get(number="试司规〔2021〕1号"), Record.Kind.STOP, date(2026, 3, 20))
    with pytest.raises(Fault, match=r"办法1.*不得列为继续有效") as caught:
        finish(campaign)
    assert caught.value.basis.endswith("第三十二条第二款")
    say(campaign, "试司规〔2021〕1号", "abolish")
    finish(campaign)


def test_what_the_case_must_still_do_is_found() -> None:
    published()
    actions.Gather().perform(at(2026, 3, 17))
    scope = actions.Scope(as_of=date(2026, 3, 18))
    given = {"title": "清理", "note": "x", "scope": scope, "due": date(2026, 3, 20)}
    campaign = actions.Launch(**given).perform(actor("coordinator"), at(2026, 3, 18))  # type: ignore[arg-type]
    say(campaign, "试司规〔2026〕2号", "abolish")
    finish(campaign)
    assert "还没有办理清理决定" in Finding.objects.get().text


def test_a_campaign_opened_by_mistake_is_withdrawn_without_effect(campaign: Campaign) -> None:
    all_answered(campaign)
    actions.Withdraw(campaign=campaign, text="范围有误").perform(actor("coordinator"), at(2026, 3, 11))
    assert not Record.objects.filter(campaign=campaign).exists()
    with pytest.raises(Fault, match="已经撤销清理"):
        finish(campaign)
