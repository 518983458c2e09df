"""What was promised before the draw cannot be changed unseen after it, nor can anybody choose the result."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.draw import plan as plans
from fazhi.draw import record, statement
from fazhi.draw.beacon import Beacon
from fazhi.draw.record import draw
from fazhi.draw.share import Share
from fazhi.fault import Fault
from fazhi.ledger.checkpoint import Checkpoint
from fazhi.ledger.digest import Algorithm
from tests.draw.samples import PARTIES, plan, promises, shares

PLAN = plans.from_dict(plan())
GOOD = draw(PLAN, shares())
TEXT = json.dumps(GOOD.as_dict(), ensure_ascii=False)
BEACON = {"source": "演示区/台账", "date": "2026-12-05"}


def refused(task: Callable[[], object]) -> str:
    with pytest.raises(Fault) as fault:
        task()
    return fault.value.code


def bent(change: Callable[[Any], object]) -> str:
    value = json.loads(TEXT)
    change(value)
    return refused(lambda: record.verify(value))


def test_a_record_is_drawn_anew_from_its_json() -> None:
    assert record.verify(json.loads(TEXT)) == GOOD


@given(st.data())
def test_one_changed_byte_of_the_list_breaks_the_commitment(data: st.DataObject) -> None:
    row = data.draw(st.integers(0, 19))
    key = data.draw(st.sampled_from(["id", "stratum", "weight", "excluded", "tasks"]))
    changed = json.loads(TEXT)["candidates"]
    old = changed[row][key]
    changed[row][key] = {"weight": 2, "excluded": f"{old}。", "tasks": ["食品"] if not old else []}.get(
        key, f"{old}x"
    )
    other = plans.from_dict(plan(candidates=changed))
    raw = [statement.list_bytes(each.candidates) for each in (PLAN, other)]
    assert raw[0] != raw[1]
    assert bent(lambda v: v["candidates"][row].update({key: changed[row][key]})) in {
        "draw.E010", "draw.E014", "draw.E015", "draw.E016", "draw.E017", "draw.E019", "draw.E041",
    }  # fmt: skip


def test_a_list_that_could_be_drawn_too_is_not_the_one_committed_to() -> None:
    assert bent(lambda v: v["candidates"][0].update(id="A00")) == "draw.E041"
    assert bent(lambda v: v["officers"][0].update(excluded="休假")) == "draw.E041"
    assert bent(lambda v: v["statement"].update(date="2026-12-02")) == "draw.E042"
    assert bent(lambda v: v["statement"]["lists"]["candidates"].update(count=21)) == "draw.E041"


def test_another_result_is_found_with_its_row() -> None:
    value = json.loads(TEXT)
    value["results"][4]["place"] = 99
    with pytest.raises(Fault, match="results 第 5 行"):
        record.verify(value)
    assert bent(lambda v: v["results"].pop()) == "draw.E043"
    assert bent(lambda v: v["assignments"][0]["officers"].reverse()) == "draw.E043"
    assert bent(lambda v: v.update(results=None)) == "draw.E043"
    assert bent(lambda v: v.update(seed="00" * 32)) == "draw.E042"
    assert bent(lambda v: v.update(withheld=["某方"])) == "draw.E042"
    assert bent(lambda v: v["shares"].reverse()) == "draw.E042"


def test_another_secret_is_refused() -> None:
    own, other = shares()
    assert refused(lambda: draw(PLAN, [own, replace(other, secret="f" * 64)])) == "draw.E033"
    assert refused(lambda: draw(PLAN, [own, replace(other, draw="演示-2")])) == "draw.E033"
    assert refused(lambda: draw(PLAN, [own, replace(other, party="他方")])) == "draw.E033"
    assert refused(lambda: draw(PLAN, [own, own])) == "draw.E034"
    assert refused(lambda: draw(PLAN, [])) == "draw.E034"


def test_nobody_can_repeat_anothers_commitment_and_open_it_with_the_same_secret() -> None:
    own, other = (Share("演示-1", party, "a" * 64).commitment(Algorithm.SHA256) for party in PARTIES)
    assert own.digest != other.digest


def test_without_a_beacon_all_must_open_and_with_one_a_refusal_stops_nothing() -> None:
    assert refused(lambda: draw(PLAN, shares()[:1])) == "draw.E035"
    named = plans.from_dict(plan(beacon=BEACON))
    gone = draw(named, shares()[:1], "root")
    assert gone.as_dict()["withheld"] == [PARTIES[1]]
    assert record.verify(json.loads(json.dumps(gone.as_dict()))) == gone
    assert gone.seed != draw(named, shares(), "root").seed


def test_a_beacon_counts_if_and_only_if_it_was_named() -> None:
    named = plans.from_dict(plan(beacon=BEACON))
    assert refused(lambda: draw(named, shares())) == "draw.E031"
    assert refused(lambda: draw(PLAN, shares(), "root")) == "draw.E031"
    assert refused(lambda: draw(named, shares(), " root")) == "draw.E032"
    assert draw(named, shares(), "a").seed != draw(named, shares(), "b").seed


def test_the_beacon_may_be_the_ledgers_checkpoint_of_the_named_day_and_no_other() -> None:
    beacon = Beacon("演示区/台账", "2026-12-05")
    signed = Checkpoint("演示区/台账", 3, bytes(32), "2026-12-05")
    assert beacon.value(signed) == "A" * 43 + "="
    assert refused(lambda: beacon.value(replace(signed, date="2026-12-06"))) == "draw.E030"
    assert refused(lambda: beacon.value(replace(signed, origin="他区/台账"))) == "draw.E030"


@pytest.mark.parametrize(
    "value", [None, [], {}, {**GOOD.as_dict(), "more": 1}, {**GOOD.as_dict(), "statement": 1}]
)
def test_what_is_no_record_is_refused(value: Any) -> None:
    assert refused(lambda: record.verify(value)) == "draw.E001"


def test_a_record_of_another_format_is_not_guessed_at() -> None:
    assert bent(lambda v: v["statement"].update(format="fazhi-draw-9")) == "draw.E040"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"shares": promises("sha256", 0)[:1]}, "draw.E011"),
        ({"shares": []}, "draw.E011"),
        ({"beacon": {"source": "台账", "date": "2026-12-01"}}, "draw.E012"),
        ({"beacon": {"source": "台账", "date": "2026-13-01"}}, "draw.E008"),
        ({"shares": promises("sm3", 0)}, "draw.E013"),
        ({"candidates": [{"id": "A1", "stratum": "A"}, {"id": "Ａ1", "stratum": "A"}]}, "draw.E010"),
        ({"candidates": [{"id": "A1", "stratum": "B"}]}, "draw.E014"),
        ({"candidates": [{"id": "A1", "stratum": "A", "tasks": ["环保"]}]}, "draw.E014"),
        ({"candidates": [{"id": "A1", "stratum": "A", "weight": 2}]}, "draw.E015"),
        ({"candidates": [{"id": "A1", "stratum": "A", "weight": 0}]}, "draw.E003"),
        ({"candidates": [{"id": "A1", "stratum": "A", "weight": True}]}, "draw.E003"),
        ({"candidates": [{"id": "A1", "stratum": "A", "weight": 1.5}]}, "draw.E003"),
        ({"candidates": [{"id": "A1", "stratum": "A", "tasks": ["食品", "食品"]}]}, "draw.E005"),
        ({"candidates": [{"id": " A1", "stratum": "A"}]}, "draw.E002"),
        ({"candidates": [{"id": "A\n1", "stratum": "A"}]}, "draw.E002"),
        ({"candidates": [{"id": "", "stratum": "A"}]}, "draw.E002"),
        ({"candidates": [{"stratum": "A"}]}, "draw.E001"),
        ({"candidates": [{"id": "A1", "stratum": "A", "重量": 1}]}, "draw.E001"),
        ({"candidates": ["A1"]}, "draw.E001"),
        ({"candidates": "A1"}, "draw.E004"),
        ({"candidates": [{"id": "A03", "stratum": "A"}]}, "draw.E016"),
        ({"quotas": [{"stratum": "A"}]}, "draw.E006"),
        ({"quotas": [{"stratum": "A", "number": 1, "ratio": {}}]}, "draw.E006"),
        ({"quotas": [{"stratum": "A", "ratio": {"part": 2, "whole": 1, "round": "up"}}]}, "draw.E006"),
        ({"quotas": [{"stratum": "A", "ratio": {"part": 1, "whole": 2, "round": "?"}}]}, "draw.E006"),
        ({"quotas": plan()["quotas"] + plan()["quotas"][:1]}, "draw.E010"),  # type: ignore[index,operator]
        ({"officers": plan()["officers"][:2]}, "draw.E017"),  # type: ignore[index]
        ({"officers": [{"id": "甲", "recused": [{"object": "Z9", "reason": "亲属"}]}]}, "draw.E019"),
        ({"teams": []}, "draw.E018"),
        ({"teams": [{"task": "环保", "size": 2}]}, "draw.E018"),
        ({"rule": "best"}, "draw.E009"),
        ({"hash": "md5"}, "draw.E009"),
        ({"date": "昨天"}, "draw.E008"),
    ],
)
def test_a_plan_that_cannot_be_drawn_is_refused_before_it_is_published(changed: Any, code: str) -> None:
    assert refused(lambda: statement.of(plans.from_dict(plan() | changed))) == code


def test_a_recusal_that_leaves_too_few_is_refused_with_its_article() -> None:
    recused: Any = [{"id": f"乙{n}", "recused": [{"object": "A03", "reason": "亲属"}]} for n in range(2)]
    staff = [{"id": "甲"}, {"id": "丙"}, *recused]
    with pytest.raises(Fault, match="对象 A03 可派的人员只有 2 人") as fault:
        statement.of(plans.from_dict(plan(officers=staff)))
    assert fault.value.basis == "行政处罚法第四十三条"
