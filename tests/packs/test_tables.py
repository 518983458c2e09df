"""The tables say what the handbooks say, forget no case, and each mistake in one is told where it stands."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.law.table.kind import Value
from fazhi.law.table.row import Undetermined
from fazhi.law.title import key
from fazhi.packs.source import Source
from fazhi.packs.tables import loading
from tests.packs.writing import pack
from tests.shared import shared

TABLES = loading.load()


def test_every_row_stands_on_an_article_that_the_handbooks_read_and_found_in_force() -> None:
    facts = [
        fact
        for name in ("disputes", "enforcement", "governance")
        for fact in json.loads(shared("law", f"{name}.json").read_text("utf-8"))
    ]
    sure = [fact for fact in facts if fact["verified"] and fact["status"] == "in-force-as-read"]
    known = {(key(fact["law"]), article(fact["article"])) for fact in sure}
    rows = [row for table in TABLES.values() for row in table.rows]
    assert {
        str(r.basis) for r in rows if (key(r.basis.statute), article(r.basis.article)) not in known
    } == set()
    assert len(rows) > 40


def article(text: str) -> str:
    return text.split("条")[0].replace("第4", "第四").replace("第5", "第五")


def answer(table: str, *facts: Value) -> list[str]:
    """The ids of the rows that apply to facts given in the order of the columns."""
    found = TABLES[table]
    return [
        hit.row.id for hit in found.decide(dict(zip([c.name for c in found.inputs], facts, strict=True))).hits
    ]


@pytest.mark.parametrize(
    ("table", "facts", "rows"),
    [
        ("penalty-spot", (True, "公民", "罚款", 200), ["cf51-citizen-200"]),
        ("penalty-spot", (True, "公民", "罚款", Decimal("200.01")), []),
        ("penalty-spot", (True, "法人或者其他组织", "罚款", 3000), ["cf51-org-3000"]),
        ("penalty-spot", (True, "公民", "其他", 0), []),
        ("penalty-spot", (False, "公民", "警告", 0), []),
        ("police-spot", ("罚款", 500), ["za119-police-500"]),
        ("spot-collection", (True, 200, False, False), []),
        ("spot-collection", (True, 100, True, False), ["cf68-collect-100", "cf68-collect-hard"]),
        ("spot-collection", (False, 50, True, True), ["cf69-remote"]),
        ("police-hearing", (4000,), ["za117-police-4000"]),
        ("police-hearing", (Decimal("3999.99"),), []),
        ("penalty-age", (13,), ["cf30-under14"]),
        ("penalty-age", (14,), ["cf30-14-18"]),
        ("penalty-age", (18,), []),
        ("reconsideration-simple", (True, False, False, True, 3000, False, False), ["simple-amount-3000"]),
        ("reconsideration-simple", (True, False, False, False, 0, False, False), []),
        ("reconsideration-representatives", (10,), []),
        ("reconsideration-owners", (Decimal(50), Decimal("50.1")), ["recon26-owners-households"]),
        ("accident-grade", (2, 50, 0), ["gov-er-008-2-injuries"]),
        ("accident-grade", (2, 9, Decimal("9999999.99")), ["gov-er-008-4"]),
        ("disclosure-fee-pages", (31,), ["gov-dr-021-100"]),
        ("disclosure-fee-requests", (10,), ["gov-dr-020-10"]),
        ("disclosure-fee-requests", (11,), ["gov-dr-020-30"]),
        ("disclosure-fee-requests", (30,), ["gov-dr-020-30"]),
        ("disclosure-fee-requests", (31,), ["gov-dr-020-31"]),
        ("enforcement-officers", ("行政处罚",), ["cf42-two-officers"]),
        ("enforcement-officers", ("市场监管立案后的调查处理",), ["sj19-form-two"]),
        ("enforcement-officers", ("市场监管调查检查",), ["sj22-two"]),
        ("enforcement-officers", ("行政强制措施",), ["qz18-2-two"]),
        ("enforcement-officers", ("许可申请材料实质核查",), ["xk34-verify-two"]),
        ("enforcement-officers", ("许可检验检测检疫",), ["xk55-test-two"]),
        ("enforcement-officers", ("食品监督检查",), ["sp23-two"]),
        ("enforcement-officers", ("移送涉嫌犯罪案件专案组",), ["ys5-team"]),
        ("enforcement-officers", ("复议调查取证",), ["recon-investigate-min2"]),
        ("police-officers", ("当场处罚", True, False), ["za120-one-officer"]),
        ("police-officers", ("当场处罚", False, True), []),
        ("police-officers", ("调解", False, True), ["am-police-one-officer"]),
        ("police-officers", ("其他", True, True), []),
        ("agents", ("处罚听证当事人",), ["cf64-agents"]),
        ("agents", ("复议申请人或者第三人",), ["recon-agents-max"]),
        ("agents", ("行政诉讼当事人",), ["lit-agents-1-2"]),
        ("agents", ("负责人出庭应诉的行政机关",), ["head-plus-agents"]),
        ("reconsideration-respondent-agents", (0,), []),
        ("reconsideration-respondent-agents", (2,), ["recon26-respondent-agents"]),
        ("reconsideration-respondent-agents", (3,), []),
        ("reconsideration-third-parties", (10,), []),
        ("reconsideration-third-parties", (11,), ["recon26-third-party-representatives"]),
        ("reconsideration-hearing-panel", (1, 2, 1), ["recon-hearing-panel"]),
        ("reconsideration-hearing-panel", (1, 1, 1), []),
        ("reconsideration-hearing-panel", (1, 3, 0), []),
        ("litigation-panel", (3, True), ["lit-panel-odd3"]),
        ("litigation-panel", (4, False), []),
        ("litigation-panel", (1, True), []),
        ("litigation-nonperformance", (True,), ["lit-nonperform-fine"]),
        ("mediation-committee", (2,), []),
        ("mediation-committee", (3,), ["pm-committee-size"]),
        ("mediation-committee", (9,), ["pm-committee-size"]),
        ("mediation-committee", (10,), []),
        ("petition-representatives", (5,), ["pt-reps-max5"]),
        ("petition-representatives", (6,), []),
        ("market-penalty-spot", (True, "自然人", "罚款", 200), ["sj66-200"]),
        ("market-penalty-spot", (True, "自然人", "罚款", Decimal("200.01")), []),
        ("market-penalty-spot", (True, "法人或者其他组织", "罚款", 3000), ["sj66-3000"]),
        ("market-penalty-spot", (True, "自然人", "警告", 0), ["sj66-warning"]),
        ("penalty-one-fine", (0,), ["cf29-first-fine"]),
        ("penalty-one-fine", (1,), ["cf29-no-double-fine"]),
        ("fine-surcharge", (False,), ["cf72-surcharge-3pct"]),
        ("fine-surcharge", (True,), ["cf73-surcharge-stop"]),
        ("surcharge-cap", ("逾期不缴纳罚款的加处罚款",), ["cf72-surcharge-cap"]),
        ("surcharge-cap", ("行政强制执行中的加处罚款或者滞纳金",), ["qz45-cap"]),
        ("seizure-list", (2,), ["qz24-list-dup"]),
        ("seizure-list", (1,), []),
        ("published-information-sample", (Decimal(3),), ["qygs-3pct"]),
        ("published-information-sample", (Decimal("2.99"),), []),
        ("minors-information", (13,), ["gov-pi-008-under14"]),
        ("minors-information", (14,), []),
        ("tj-filing-copies", (5, True), ["gov-nd-012"]),
        ("tj-filing-copies", (4, True), []),
        ("tj-filing-copies", (5, False), []),
    ],
)  # fmt: skip
def test_a_threshold_holds_to_the_last_fen(table: str, facts: tuple[Value, ...], rows: list[str]) -> None:
    assert answer(table, *facts) == rows


COUNTED = {"person", "CNY", "CNY/page", "CNY/request", "percent", "time"}
"""Units of what is a threshold but no period."""


def test_every_amount_count_and_share_that_the_handbooks_read_in_an_article_stands_in_a_table() -> None:
    facts = [
        fact
        for name in ("disputes", "enforcement", "governance")
        for fact in json.loads(shared("law", f"{name}.json").read_text("utf-8"))
        if fact["unit"] in COUNTED and fact["verified"] and fact["status"] == "in-force-as-read"
    ]
    cited = {key(row.basis.statute) + article(row.basis.article) for t in TABLES.values() for row in t.rows}
    missing = {f["id"] for f in facts if key(f["law"]) + article(f["article"]) not in cited}
    assert missing == set()
    assert len(facts) > 35


def test_what_a_table_gives_is_what_the_handbooks_read() -> None:
    def given(table: str, *facts: Value) -> dict[str, object]:
        found = TABLES[table]
        named = dict(zip([column.name for column in found.inputs], facts, strict=True))
        return dict(found.decide(named).hits[0].row.then)

    officers = TABLES["enforcement-officers"]
    assert {row.then["最少人数"] for row in officers.rows} == {2}
    assert {row.then["最多"] for row in TABLES["agents"].rows} == {2}
    assert given("police-officers", "当场处罚", True, False) == {"最少人数": 1, "须全程同步录音录像": True}
    assert given("litigation-nonperformance", True) == {"每日最低元": 50, "每日最高元": 100}
    assert given("fine-surcharge", False) == {"每日百分之": 3}
    assert given("fine-surcharge", True) == {"每日百分之": 0}
    assert {row.then["不超过本金的百分之"] for row in TABLES["surcharge-cap"].rows} == {100}
    assert given("disclosure-fee-requests", 31) == {"每件元": 100, "每十件一档递增元": 100}
    assert given("penalty-one-fine", 1) == {"可以罚款": False}


def test_the_amount_that_calls_for_a_hearing_is_left_open_and_says_by_whom() -> None:
    (hit,) = TABLES["penalty-hearing"].decide({"处罚种类": "罚款"}).hits
    assert hit.row.then["应当告知"] == Undetermined("地方或者部门（另定数额）")
    (small,) = TABLES["market-low-fine"].decide({"罚款数额": 100}).hits
    assert small.row.then["属于较低数额"] == Undetermined("省级以上市场监督管理部门")


GOOD = """\
id: a
title: 某表
policy: unique
inputs:
  - {name: 当事人, kind: choice, allowed: [公民, 组织]}
  - {name: 数额, kind: money, allowed: ">=0"}
outputs:
  - {name: 可以, kind: yes-no}
rows:
  - {id: r1, says: 某, basis: {statute: 某法, article: 第一条}, when: {数额: "<=200"}, then: {可以: 是}}
  - {id: r2, says: 某, basis: {statute: 某法, article: 第一条}, when: {数额: ">200"}, then: {可以: 否}}
"""
BAD = {
    "a policy that is none": ("unique", "any", 3, "collect"),
    "a kind that is none": ("kind: money", "kind: yuan", 6, "money"),
    "a choice without choices": (", allowed: [公民, 组织]", "", 5, "allowed"),
    "a choice with a sign": ("[公民, 组织]", '["<公民"]', 5, "形式"),
    "a choice with a bracket": ("[公民, 组织]", '["公民(自然人)", 组织]', 5, "不要用"),
    "a column twice": ("name: 可以", "name: 数额", 8, "另一个名称"),
    "a row twice": ("id: r2", "id: r1", 11, "另一个名称"),
    "a column nobody has": ('when: {数额: ">200"}', 'when: {金额: ">200"}', 11, "数额"),
    "a condition that is none": ('">200"', '"超过200"', 11, "形式"),
    "a tenth of a fen": ('"<=200"', '"<=200.001"', 10, "形式"),
    "a span the wrong way round": ('">200"', '"[300..200]"', 11, "形式"),
    "a choice nobody offers": ('when: {数额: ">200"}', "when: {当事人: 机关}", 11, "公民"),
    "a result of the wrong kind": ("可以: 否", "可以: 也许", 11, "类型"),
    "no result": ("then: {可以: 否}", "then: {}", 11, "undetermined"),
    "open to nobody": ("可以: 否", "可以: {undetermined: ''}", 11, "填写"),
    "a gap": ('">200"', '">300"', 9, "no_hit"),
    "an overlap": ('">200"', '">=200"', 11, "重叠"),
    "a row behind another": ("unique", "first", 11, ""),
    "no article": ("article: 第一条}, when: {数额: \"<", "artikel: 第一条}, when: {数额: \"<", 10, "article"),
    "no rows": (GOOD[GOOD.index("rows:") :], "rows: []\n", 9, "填写"),
}  # fmt: skip
BAD["a row behind another"] = ('">200"', '"<=100"', 11, "重叠")


def written(tmp_path: Path, text: str) -> Source:
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    return Source(path)


def test_the_good_table_is_one(tmp_path: Path) -> None:
    assert len(loading.parse(written(tmp_path, GOOD)).rows) == 2


@pytest.mark.parametrize(("old", "new", "line", "hint"), BAD.values(), ids=BAD)
def test_a_mistake_is_told_with_its_line_and_a_way_out(
    tmp_path: Path, old: str, new: str, line: int, hint: str
) -> None:
    with pytest.raises(Fault, match=rf"\[pack\.E002\] a\.yaml 第{line}行") as refusal:
        loading.parse(written(tmp_path, GOOD.replace(old, new)))
    assert hint in refusal.value.remedy


def test_a_row_that_never_decides_is_refused(tmp_path: Path) -> None:
    text = GOOD.replace("unique", "first").replace('">200"', '"-"').replace('"<=200"', '"-"')
    with pytest.raises(Fault, match=r"第11行.*r2 永远不会适用"):
        loading.parse(written(tmp_path, text))


def test_an_id_used_in_two_files_is_refused(tmp_path: Path) -> None:
    text = GOOD.replace("某法", "行政复议法")
    with pytest.raises(Fault, match=r"\[pack\.E007\] tables/b\.yaml 第1行.*a 重复.*a\.yaml 第1行"):
        loading.load(pack(tmp_path, "cn", tables__a=text, tables__b=text))
