"""The rules stand on articles that exist, guess nothing, and each mistake in them is told with its line."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.law.rule import Rule, Standing
from fazhi.packs import rules
from fazhi.packs.source import Source
from tests.law.calendars import OFFICIAL
from tests.packs.writing import pack
from tests.shared import shared

RULES = rules.load()
ARTICLE = re.compile(r"^第[一二三四五六七八九十百零]+条", re.MULTILINE)


def test_every_article_exists_in_the_named_edition() -> None:
    folder = shared("statutes")
    texts = {path.stem: set(ARTICLE.findall(path.read_text("utf-8"))) for path in folder.glob("*.md")}
    checked = [rule for rule in RULES.values() if file(rule) in texts and rule.basis.article]
    missing = [str(rule.basis) for rule in checked if article(rule) not in texts[file(rule)]]
    assert missing == []
    assert len(checked) > 160


def file(rule: Rule) -> str:
    return f"{rule.basis.statute}({rule.basis.edition})"


def article(rule: Rule) -> str:
    found = ARTICLE.match(rule.basis.article)
    return found.group() if found else ""


def test_every_rule_is_a_fact_of_the_handbooks_with_the_same_number_and_unit() -> None:
    facts = {
        fact["id"]: fact
        for name in ("disputes", "enforcement", "governance")
        for fact in json.loads(shared("law", f"{name}.json").read_text("utf-8"))
    }
    assert RULES.keys() <= facts.keys()
    for rule in RULES.values():
        fact = facts[rule.id]
        if rule.period and fact["value"] != 0.5:
            assert (rule.period.amount, rule.period.unit) == (fact["value"], fact["unit"])
        sure = fact["verified"] and fact["status"] == "in-force-as-read"
        assert (rule.period is not None and rule.standing is Standing.BINDING) == sure


def test_what_the_law_leaves_open_names_who_decides() -> None:
    assert all(who for rule in RULES.values() for who in rule.undetermined.values())
    with pytest.raises(Fault, match=r"law\.E201.*尚未确定.*区政务服务管理机构"):
        RULES["gov-sr-003"].last_day(date(2026, 7, 1), OFFICIAL)


def test_a_penalty_law_does_not_move_a_last_day_but_its_market_rules_do() -> None:
    event = date(2024, 7, 3)
    assert RULES["cf60-decide-90d"].last_day(event, OFFICIAL).day == date(2024, 10, 1)
    assert RULES["sj64-90d"].last_day(event, OFFICIAL).day == date(2024, 10, 8)


def test_a_rule_knows_the_days_it_is_in_force() -> None:
    assert not RULES["decide-60d"].in_force(date(2023, 12, 31))
    assert RULES["decide-60d"].in_force(date(2024, 1, 1))
    assert not RULES["redo-default-60d"].in_force(date(2026, 7, 1))


GOOD = {
    "id": "a",
    "says": "某期限",
    "basis": "{statute: 某法, article: 第一条}",
    "period": "{amount: 60, unit: calendar-day}",
    "starts_on": "受理之日",
    "roll": "某法第二条",
}
BAD = {
    "an unknown unit": ({"period": "{amount: 60, unit: workday}"}, 4, "working-day"),
    "a period of nothing": ({"period": "{amount: 0, unit: calendar-day}"}, 4, "至少为1"),
    "a number in words": ({"period": "{amount: 六十, unit: calendar-day}"}, 4, "类型"),
    "no period": ({"period": None}, 1, "undetermined"),
    "no article": ({"basis": "{statute: 某法}"}, 3, "article"),
    "no statute": ({"basis": "{article: 第一条}"}, 3, "补上"),
    "no start": ({"starts_on": None}, 1, "starts_on"),
    "no word on the roll": ({"roll": None}, 1, "roll"),
    "a roll of working days": ({"period": "{amount: 5, unit: working-day}"}, 6, "删去 roll"),
    "a roll of a backward period": ({"backward": "true"}, 6, "删去 roll"),
    "open and stated at once": ({"undetermined": "{roll: 法制机构}"}, 7, "只保留一处"),
    "open about something else": ({"undetermined": "{colour: 法制机构}"}, 7, "选择"),
    "a misspelt word": ({"start_on": "受理之日"}, 7, "starts_on"),
    "a standing that is none": ({"standing": "hard"}, 7, "binding"),
    "an extension without number": ({"extension": "{times: 1}"}, 7, "补上"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "line", "hint"), BAD.values(), ids=BAD)
def test_a_mistake_is_told_with_its_line_and_a_way_out(
    tmp_path: Path, change: dict[str, str | None], line: int, hint: str
) -> None:
    entries = {key: value for key, value in (GOOD | change).items() if value is not None}
    path = tmp_path / "rules.yaml"
    path.write_text("- " + "\n  ".join(f"{key}: {value}" for key, value in entries.items()), "utf-8")
    with pytest.raises(Fault, match=rf"rules\.yaml 第{line}行") as refusal:
        list(rules.parse(Source(path)))
    assert hint in refusal.value.remedy


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    basis = "{statute: 行政复议法, edition: 2023-09-01, article: 第一条}"
    entries = GOOD | {"basis": basis, "roll": "行政复议法第八十八条第一款"}
    text = "- " + "\n  ".join(f"{key}: {value}" for key, value in entries.items())
    with pytest.raises(Fault, match=r"\[pack\.E007\] rules/a\.yaml 第7行.*重复"):
        rules.load(pack(tmp_path, "cn", rules__a=f"{text}\n{text}\n"))
