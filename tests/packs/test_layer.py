"""A lower pack may add or bind the authority more tightly; what would loosen is refused at its line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.period import Period
from fazhi.law.rule import Basis, Bearer, Bound, Rule
from fazhi.law.strictness import loosening
from fazhi.law.unit import Unit
from fazhi.packs import calendar, rules
from fazhi.packs.pack import chain
from fazhi.packs.tables import loading
from tests.packs.writing import pack

UPPER = {
    "id": "answer",
    "says": "六十日内答复",
    "basis": "{statute: 行政复议法, edition: 2023-09-01, article: 第六十二条第一款}",
    "since": "2024-01-01",
    "binds": "authority",
    "period": "{amount: 60, unit: calendar-day}",
    "starts_on": "受理之日",
    "roll": "行政复议法第八十八条第一款",
    "extension": "{amount: 30, times: 1, approver: 负责人}",
    "excludes": "中止期间",
}
Change = dict[str, str | None]
SHORT, LONG = "{amount: 50, unit: calendar-day}", "{amount: 90, unit: calendar-day}"
OPEN: Change = {"period": None, "extension": None, "undetermined": "{period: 区政府}"}
PARTY: Change = {"binds": "party"}
COURT: Change = {"binds": "court"}
NOBODY: Change = {"binds": None}
BACKWARD: Change = {"backward": "true", "roll": None}
LEAST: Change = {"bound": "at-least", "roll": None}


def written(change: Change) -> str:
    entries = {key: value for key, value in (UPPER | change).items() if value is not None}
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in entries.items()) + "\n"


def layers(folder: Path, upper: Change, lower: Change) -> rules.Layered[Rule]:
    pack(folder / "city", "cn", rules__a=written(upper))
    return rules.load(pack(folder / "district", "city", rules__b=written(lower)))


STRICTER: dict[str, tuple[Change, Change]] = {
    "the same": ({}, {}),
    "fewer days": ({}, {"period": SHORT}),
    "no extension": ({}, {"extension": None}),
    "a shorter extension": ({}, {"extension": "{amount: 15, times: 1, approver: 负责人}"}),
    "no exclusion": ({}, {"excludes": None}),
    "no roll": ({}, {"roll": None, "undetermined": "{roll: 区司法局}"}),
    "a consequence where there was none": ({}, {"on_expiry": "视为同意"}),
    "binding what was advice": ({"standing": "advisory"}, {}),
    "longer notice": (BACKWARD, BACKWARD | {"period": LONG}),
    "longer consultation": (LEAST, LEAST | {"period": LONG}),
    "what was left open": (OPEN, {"extension": None}),
    "what is delegated": ({"delegated": "某法第二条"}, {"period": LONG}),
}
LOOSER: dict[str, tuple[Change, Change, str]] = {
    "more days": ({}, {"period": "{amount: 61, unit: calendar-day}"}, "61日长于上层的60日"),
    "another unit": ({}, {"period": "{amount: 50, unit: working-day}", "roll": None}, "单位不同"),
    "less notice": (BACKWARD, BACKWARD | {"period": SHORT}, "少于"),
    "a citizen's period cut": (PARTY, PARTY | {"period": SHORT}, "当事人"),
    "a citizen's period stretched": (PARTY, PARTY | {"period": LONG}, "当事人"),
    "a court's period": (COURT, COURT | {"period": SHORT}, "法院"),
    "nobody's period": (NOBODY, NOBODY | {"period": SHORT}, "binds"),
    "another bearer": ({}, PARTY, "约束对象"),
    "another start": ({}, {"starts_on": "补正之日"}, "起算点"),
    "advice only": ({}, {"standing": "advisory"}, "提示"),
    "a longer extension": ({}, {"extension": "{amount: 60, times: 1, approver: 负责人}"}, "延长"),
    "an extension more": ({}, {"extension": "{amount: 30, times: 2, approver: 负责人}"}, "延长"),
    "another approver": ({}, {"extension": "{amount: 30, times: 1, approver: 科长}"}, "延长"),
    "another exclusion": ({}, {"excludes": "中止期间、内部会签"}, "不计入"),
    "no period": ({}, OPEN, "取消了期间"),
    "a proviso": ({}, {"proviso": "情况复杂的除外"}, "但书"),
}


@pytest.mark.parametrize(("upper", "lower"), STRICTER.values(), ids=STRICTER)
def test_a_district_may_bind_itself_more_tightly(tmp_path: Path, upper: Change, lower: Change) -> None:
    assert "answer" in layers(tmp_path, upper, lower)


@pytest.mark.parametrize(("upper", "lower", "reason"), LOOSER.values(), ids=LOOSER)
def test_a_district_may_not_loosen(tmp_path: Path, upper: Change, lower: Change, reason: str) -> None:
    with pytest.raises(
        Fault, match=rf"\[pack\.E006\] rules/b\.yaml 第1行.*city/rules/a\.yaml 第1行.*{reason}"
    ) as refusal:
        layers(tmp_path, upper, lower)
    assert "delegated" in refusal.value.remedy


AMOUNTS = st.tuples(st.integers(1, 90), st.integers(1, 90), st.integers(1, 90))


@given(st.sampled_from(Bound), st.booleans(), AMOUNTS)
def test_stricter_than_what_is_stricter_is_stricter(
    bound: Bound, backward: bool, amounts: tuple[int, int, int]
) -> None:
    periods = [Period(amount, Unit.CALENDAR_DAY) for amount in amounts]
    plain = Rule("r", "", Basis("某法"), None, bound=bound, backward=backward, binds=Bearer.AUTHORITY)
    a, b, c = (replace(plain, period=period) for period in periods)
    assert loosening(a, a) == ""
    assert bool(loosening(a, b)) != bool(loosening(b, a)) or a.period == b.period
    assert loosening(a, b) or loosening(b, c) or not loosening(a, c)


def test_the_lowest_edition_of_a_day_applies_and_else_the_one_above(tmp_path: Path) -> None:
    shorter = {"since": "2026-01-01", "period": "{amount: 45, unit: calendar-day}"}
    found = layers(tmp_path, {}, shorter)
    before, after = found.on("answer", date(2025, 12, 31)), found.on("answer", date(2026, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.period, after.period) == (Period(60, Unit.CALENDAR_DAY), Period(45, Unit.CALENDAR_DAY))
    assert found.on("answer", date(2023, 12, 31)) is None


def test_editions_follow_each_other_within_a_pack(tmp_path: Path) -> None:
    old = written({"until": "2025-12-31"})
    new = written({"since": "2026-01-01", "period": "{amount: 90, unit: calendar-day}"})
    found = rules.load(pack(tmp_path, "cn", rules__a=old + new))
    assert found["answer"].period == Period(90, Unit.CALENDAR_DAY)
    with pytest.raises(Fault, match=r"pack\.E007.*在2026-01-01与 .*/a\.yaml 第1行 同时施行"):
        rules.load(pack(tmp_path / "b", "cn", rules__a=old.replace("2025-12-31", "2026-01-01") + new))


HEARING = """\
id: penalty-hearing
title: 是否应当告知听证权利
policy: first
inputs:
  - name: 处罚种类
    kind: choice
    allowed: [罚款, 没收违法所得或者非法财物, 降低资质等级, 吊销许可证件, 责令停产停业, 责令关闭, 限制从业, 其他]
  - {name: 数额, kind: money, allowed: ">=0"}
outputs:
  - {name: 应当告知, kind: yes-no}
rows:
  - id: amount
    says: 数额达到某地另定的门槛
    basis: &law {statute: 行政处罚法, edition: 2021-01-22, article: 第六十三条第一款第一项}
    when: {处罚种类: 罚款, 数额: ">=12345"}
    then: {应当告知: 是}
  - {id: small, says: 未达到, basis: *law, when: {处罚种类: 罚款}, then: {应当告知: 否}}
  - {id: confiscated, says: 没收, basis: *law, when: {处罚种类: 没收违法所得或者非法财物}, then: {应当告知: {undetermined: 区司法局}}}
  - {id: other, says: 其他, basis: *law, when: {处罚种类: 其他}, then: {应当告知: {undetermined: 承办机关}}}
  - {id: grave, says: 资格和停业, basis: *law, then: {应当告知: 是}}
"""  # noqa: E501
SINCE = HEARING.replace("policy: first\n", "policy: first\nsince: 2021-07-15\n")


def test_a_district_may_settle_the_amount_that_the_law_leaves_open(tmp_path: Path) -> None:
    table = loading.load(pack(tmp_path, "cn-tj", tables__a=SINCE))["penalty-hearing"]
    (hit,) = table.decide({"处罚种类": "罚款", "数额": 12345}).hits
    assert hit.row.then == {"应当告知": True}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "then: {应当告知: 是}}",
            "then: {应当告知: 否}}",
            "“处罚种类 降低资质等级.*例如处罚种类=降低资质等级",
        ),
        ("限制从业, 其他]", "限制从业, 警告, 其他]", "没有保留上层全部的条件列和结果列"),
    ],
)
def test_a_district_may_not_answer_otherwise(tmp_path: Path, old: str, new: str, reason: str) -> None:
    with pytest.raises(Fault, match=rf"pack\.E006.*cn/tables/penalty-hearing\.yaml 第2行.*{reason}"):
        loading.load(pack(tmp_path, "cn-tj", tables__a=SINCE.replace(old, new)))


def test_a_year_of_the_calendar_is_written_once(tmp_path: Path) -> None:
    text = "{year: 2024, state: projected, holidays: []}"
    with pytest.raises(Fault, match=r"pack\.E006.*上层已有2024年"):
        calendar.load(pack(tmp_path, "cn", calendar__a=text))


def test_a_pack_builds_on_those_above_it() -> None:
    assert [layer.id for layer in chain(rules.DISTRICT)] == ["cn", "cn-tj", "cn-tj-hedong"]


def digested(folder: Path, *wanted: str) -> Path:
    """Packs one on the other, each with its own line on the algorithm, or none."""
    for n, text in enumerate(wanted):
        with (pack(folder / f"p{n}", f"p{n - 1}" if n else "") / "pack.yaml").open(
            "a", encoding="utf-8"
        ) as file:
            file.write(f"digest: {text}\n" if text else "")
    return folder / f"p{len(wanted) - 1}"


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        (("", "", ""), ["sha256", "sha256", "sha256"]),
        (("", "sm3", ""), ["sha256", "sm3", "sm3"]),
        (("sm3", "", "sm3"), ["sm3", "sm3", "sm3"]),
        (("sha256", "sha256", "sm3"), ["sha256", "sha256", "sm3"]),
    ],
)
def test_a_lower_pack_inherits_or_raises_the_algorithm(
    tmp_path: Path, wanted: tuple[str, ...], held: list[str]
) -> None:
    assert [layer.digest for layer in chain(digested(tmp_path, *wanted))] == held


def test_a_lower_pack_does_not_undo_the_demand_for_sm3(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"pack\.E006.*pack\.yaml 第4行（digest）.*要求以 SM3 .*不能改为 SHA-256"):
        chain(digested(tmp_path, "sm3", "", "sha256"))
    with pytest.raises(Fault, match=r"pack\.E002.*pack\.yaml 第4行（digest）.*“md5”.*sha256"):
        chain(digested(tmp_path, "", "md5"))


@pytest.mark.parametrize(
    ("extends", "files", "message"),
    [
        ("cn-jt", {}, r"pack\.E002.*没有名为“cn-jt”的上层规则包.*cn-tj"),
        ("self", {}, r"pack\.E002.*以自己为上层"),
        ("cn", {"rule__a": "[]"}, r"pack\.E012.*“rule”.*“rules”"),
        ("cn", {"statute": "{}"}, r"pack\.E012.*“statute.yaml”.*“statutes.yaml”"),
    ],
)
def test_a_pack_that_hangs_in_the_air_is_refused(
    tmp_path: Path, extends: str, files: dict[str, str], message: str
) -> None:
    with pytest.raises(Fault, match=message):
        chain(pack(tmp_path / "self", extends, **files))


def cites(statute: str, edition: str, article: str) -> Change:
    return {"basis": f"{{statute: {statute}, edition: {edition}, article: {article}}}"}


OLD = cites("行政复议法", "2017-09-01", "第一条") | {"since": None, "roll": "行政复议法第四十条"}
LINKS: dict[str, tuple[Change, str]] = {
    "an unknown statute": (cites("行政复义法", "2023-09-01", "第一条"), "是否指《中华人民共和国行政复议法》"),
    "an unknown edition": (cites("行政复议法", "2022-09-01", "第一条"), "已知版本"),
    "an article too many": (cites("行政复议法", "2023-09-01", "第九十一条"), "全文共90条"),
    "no article": (cites("行政复议法", "2023-09-01", "八十八"), "不是条款项"),
    "not yet in force": ({"since": "2023-12-31"}, "在2023-12-31尚未施行，自2024-01-01起施行"),
    "no longer in force": (cites("行政复议法实施条例", "2007-05-29", "第一条"), "已于2026-07-01失效"),
    "in force too long": (OLD | {"until": "2024-01-01"}, "已于2024-01-01失效"),
    "a city's law in the nation's": (cites("天津市档案条例", "2025-07-30", "第一条"), "没有名为"),
}


def test_an_old_rule_may_rest_on_an_old_edition_as_long_as_that_was_in_force(tmp_path: Path) -> None:
    assert rules.load(pack(tmp_path, "cn", rules__a=written(OLD | {"until": "2023-12-31"})))


ROLLS = {
    "an unknown statute": ({"roll": "民事诉颂法第八十五条"}, "是否指《中华人民共和国民事诉讼法》"),
    "an article too many": ({"roll": "行政复议法第八十八条、民事诉讼法第八百五十条"}, "全文共306条"),
    "no article": ({"roll": "民事诉讼法"}, "没有写到条"),
    "no citation": ({"roll": "顺延"}, "没有名为"),
    "an edition that is over": (
        {"roll": "行政复议法（2017）第四十条", "until": "2026-01-01"}, "已于2024-01-01失效"
    ),
    "a statute that is over": ({"roll": "行政复议条例第一条"}, "已于1999-10-01失效"),
    "a later article": (OLD | {"until": "2023-12-31", "roll": "行政复议法第八十八条"}, "全文共43条"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), ROLLS.values(), ids=ROLLS)
def test_what_moves_a_last_day_is_held_to_its_article_too(
    tmp_path: Path, change: Change, message: str
) -> None:
    with pytest.raises(Fault, match=rf"\[pack\.E008\] rules/a\.yaml 第\d+行（0\.roll）.*{message}"):
        rules.load(pack(tmp_path, "cn", rules__a=written(change)))


@pytest.mark.parametrize(("change", "message"), LINKS.values(), ids=LINKS)
def test_a_basis_that_does_not_carry_its_rule_is_refused(
    tmp_path: Path, change: Change, message: str
) -> None:
    with pytest.raises(Fault, match=rf"\[pack\.E008\] rules/a\.yaml 第3行（0\.basis）.*{message}"):
        rules.load(pack(tmp_path, "cn", rules__a=written(change)))


def test_a_row_of_a_table_is_held_to_its_article_too(tmp_path: Path) -> None:
    text = SINCE.replace("id: penalty-hearing", "id: other").replace("第六十三条", "第九十九条")
    with pytest.raises(Fault, match=r"\[pack\.E008\] tables/a\.yaml 第\d+行（rows\.0\.basis）.*全文共86条"):
        loading.load(pack(tmp_path, "cn", tables__a=text))
