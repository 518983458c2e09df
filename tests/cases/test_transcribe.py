"""Cases that ran elsewhere come in under the same law, recorded as of today."""

from datetime import date
from typing import Any

import pytest

from fazhi.cases import store
from fazhi.cases.actions import Transcribe
from fazhi.cases.history import History, Past
from fazhi.cases.models import Act, Case, Clock, Event, Series
from fazhi.fault import Fault
from fazhi.ledger.audit import audit
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from tests.cases.conftest import DAY, opening
from tests.conftest import Personas, at

NOW = at(2026, 9, 1)


def history(receiver: Actor, *more: Past, **changes: Any) -> History:
    me = (receiver.identity,)
    acts = (
        Past("submit", me, DAY, {"channel": "in-person"}),
        Past("receive", me, DAY, {"channel": "in-person", "submitted_on": DAY}),
        *more,
    )
    given: dict[str, Any] = {
        "procedure": "disclosure-on-request",
        "organ": Organ.objects.get(code="justice"),
        "acts": acts,
    }
    return History(**{**given, **changes})


def test_a_history_becomes_a_case_like_any_other(receiver: Actor) -> None:
    result = Transcribe(histories=(history(receiver, title="旧案"),)).perform(receiver, NOW)
    assert (result.cases, result.acts, result.rejected) == (1, 2, ())
    case = Case.objects.get()
    assert (case.title, case.sequence, case.next_due) == ("旧案", 2, date(2026, 8, 3))
    assert audit([store.line(act, case.number).line() for act in case.acts.all()]).acts == 2
    assert [record.days_late for record in store.load(case).records] == [57, 57]
    assert case.handlers.get().pk == receiver.person_id
    assert Event.objects.count() == 0


def test_numbers_go_on_where_the_series_stands(receiver: Actor) -> None:
    first = opening().perform(receiver, at(2026, 7, 6))
    histories = tuple(history(receiver) for _ in range(3))
    Transcribe(histories=histories).perform(receiver, NOW)
    numbers = [case.number.rsplit("〕")[1] for case in Case.objects.order_by("pk")]
    assert (first.number.rsplit("〕")[1], numbers) == ("1号", ["1号", "2号", "3号", "4号"])


def test_one_bad_history_keeps_all_out_or_is_left_out_if_asked(receiver: Actor) -> None:
    bad = history(receiver, Past("reply", (receiver.identity,), DAY), place="第2行")
    both = (history(receiver), bad)
    refused = Transcribe(histories=both).perform(receiver, NOW)
    assert (refused.cases, Case.objects.count()) == (0, 0)
    assert [(r.history.place, r.fault.code) for r in refused.rejected] == [("第2行", "procedure.E012")]
    kept = Transcribe(histories=both, partly=True).perform(receiver, NOW)
    assert (kept.cases, Case.objects.count(), len(kept.rejected)) == (1, 1, 1)


def test_a_trial_writes_nothing(receiver: Actor) -> None:
    result = Transcribe(histories=(history(receiver),), dry_run=True).perform(receiver, NOW)
    assert result.cases == 1
    assert [model.objects.count() for model in (Case, Act, Clock, Series)] == [0] * 4


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"acts": ()}, "cases.E030"),
        ({"title": "长" * 121}, "cases.E030"),
        ({"procedure": "没有的程序"}, "cases.E001"),
    ],
)
def test_what_is_no_case_is_rejected(receiver: Actor, changes: dict[str, Any], code: str) -> None:
    result = Transcribe(histories=(history(receiver, **changes),)).perform(receiver, NOW)
    assert [one.fault.code for one in result.rejected] == [code]


def test_only_those_who_handle_the_organs_cases_bring_them_in(receiver: Actor, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"office\.E001"):
        Transcribe(histories=(history(receiver),)).perform(personas.street, NOW)


def test_free_text_is_sealed_here_too(receiver: Actor) -> None:
    me = (receiver.identity,)
    facts: dict[str, Any] = {
        "unclear": True, "affects_third_party": False, "joint": False, "excessive": False,
    }  # fmt: skip
    asked = {"completion_items": "演示：写明项目", "completion_by": date(2026, 7, 20)}
    more = (Past("examine", me, DAY, facts), Past("ask_to_complete", me, DAY, asked))
    Transcribe(histories=(history(receiver, *more),)).perform(receiver, NOW)
    case = Case.objects.get()
    assert "写明项目" not in bytes(case.acts.get(sequence=4).body).decode()
    assert store.load(case).records[3].facts["completion_items"] == "演示：写明项目"
