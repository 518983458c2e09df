"""The golden timelines hold, and each expected date is what an independent day-by-day count gives.

The recount knows nothing of ``fazhi.law``: it reads the YAML, asks ``chinesecalendar`` about each day, and
counts. So a date that was pasted from the program instead of read from the law would have to be wrong twice.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest
import yaml

from fazhi.fault import Fault
from fazhi.packs import NATIONAL, golden, rules
from fazhi.packs.golden import Golden
from tests.law.calendars import OFFICIAL

RULES = rules.load()
GOLDEN = golden.of()
DAY = timedelta(days=1)


@pytest.mark.parametrize("test", GOLDEN, ids=lambda test: test.timeline.name)
def test_the_timeline_holds(test: Golden) -> None:
    assert test.timeline.differences(OFFICIAL) == ()


def test_there_are_enough_and_each_names_its_article() -> None:
    assert len(GOLDEN) >= 60
    assert all("第" in test.timeline.basis and "条" in test.timeline.basis for test in GOLDEN)
    assert len({test.timeline.name for test in GOLDEN}) == len(GOLDEN)


def written(folder: str) -> list[dict[str, Any]]:
    files = sorted(NATIONAL.parent.glob(f"cn*/{folder}/*.yaml"))
    return [entry for file in files for entry in yaml.safe_load(file.read_text("utf-8"))]


PLAIN = {rule["id"]: rule for rule in written("rules")}
DATED = [test for test in written("tests") if test["expect"].get("last_day")]


@pytest.mark.parametrize("test", DATED, ids=lambda test: test["name"])
def test_an_independent_count_gives_the_same_day(test: dict[str, Any]) -> None:
    rule = PLAIN[test["rule"]] if "rule" in test else test
    assert recount(rule, test["event"], test.get("acts", [])) == test["expect"]["last_day"]


def recount(rule: dict[str, Any], event: date, acts: list[dict[str, Any]]) -> date:
    amount, unit = rule["period"]["amount"], rule["period"]["unit"]
    if unit == "hour":
        return event + timedelta(hours=amount)
    event = max([event, *(act["started"] for act in acts if "started" in act)])
    if any("extended" in act for act in acts):
        amount += granted(rule, acts, recount(rule, event, [act for act in acts if "extended" not in act]))
    step = -DAY if rule.get("backward") else DAY
    away = absent(acts)
    if unit in ("month", "year"):
        return rolled(rule, corresponding(event, amount * (12 if unit == "year" else 1)))
    day = event
    while amount:
        day += step
        amount -= day not in away and (unit == "calendar-day" or chinese_calendar.is_workday(day))
    return rolled(rule, day)


def granted(rule: dict[str, Any], acts: list[dict[str, Any]], end: date) -> int:
    """How much the extensions give that stay within number, length, approver and the period itself."""
    cap = rule.get("extension", {})
    asked = [act for act in acts if "extended" in act and act["amount"] <= cap["amount"]]
    asked = [act for act in asked if act.get("approver", cap.get("approver")) == cap.get("approver")]
    in_time = [act for act in asked if act["extended"] <= end]
    return sum(act["amount"] for act in in_time[: cap.get("times", 9)])


def absent(acts: list[dict[str, Any]]) -> set[date]:
    """The days left out: both ends of an exclusion; of a suspension the day after it up to the resumption."""
    suspended = sorted(act["suspended"] + DAY for act in acts if "suspended" in act)
    resumed = sorted(act["resumed"] for act in acts if "resumed" in act)
    spans = [*zip(suspended, resumed, strict=True), *(act["excluded"] for act in acts if "excluded" in act)]
    return {first + n * DAY for first, last in spans for n in range((last - first).days + 1)}


def corresponding(event: date, months: int) -> date:
    number = event.year * 12 + event.month - 1 + months
    for back in range(4):
        try:
            return date(number // 12, number % 12 + 1, event.day - back)
        except ValueError:
            continue
    raise AssertionError


def rolled(rule: dict[str, Any], day: date) -> date:
    while rule.get("roll") and not chinese_calendar.is_workday(day):
        day += DAY
    return day


WRONG = """\
- {name: 甲, basis: 某法第一条, rule: recon-review-5wd, event: 2024-02-06, expect: {last_day: 2024-02-11}}
"""


def test_a_wrong_expectation_is_told_with_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, "utf-8")
    (test,) = golden.load(RULES, path)
    assert [str(d) for d in test.timeline.differences(OFFICIAL)] == [
        "last_day 应为 2024-02-11，算得 2024-02-19"
    ]
    assert "不计春节放假8日：2024-02-10至2024-02-17" in test.timeline.explain(OFFICIAL)


BAD = {
    "a rule nobody wrote": ("recon-review-5wd", "recon-review", "没有规则"),
    "an expectation that is none": ("last_day", "final_day", "没有“final_day”"),
    "no event": ("event: 2024-02-06, ", "", "缺少“event”"),
    "two acts in one": ("expect:", "acts: [{suspended: 2024-02-07, resumed: 2024-02-08}], expect:", "一个"),
    "an extension without amount": ("expect:", "acts: [{extended: 2024-02-07}], expect:", "amount"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BAD.values(), ids=BAD)
def test_a_mistake_in_a_timeline_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(WRONG.replace(old, new), "utf-8")
    with pytest.raises(Fault, match=rf"bad\.yaml 第1行.*{message}"):
        golden.load(RULES, path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"pack\.E004"):
        golden.load(RULES, tmp_path)


def test_yaml_reads_instants_as_the_recount_needs_them() -> None:
    assert any(isinstance(test["event"], datetime) for test in DATED)
