"""A procedure a lawyer writes: mistakes are shown where they stand, with what to write instead."""

from datetime import date
from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.packs import CITY, NATIONAL, calendar, procedures, rules, stories
from fazhi.packs.source import Source
from fazhi.procedure.edition import governing

TEXT = (NATIONAL / "procedures" / "simple-penalty.yaml").read_text("utf-8")


def refusal(tmp_path: Path, old: str, new: str) -> str:
    assert TEXT.count(old) >= 1, old
    path = tmp_path / "changed.yaml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    with pytest.raises(Fault) as caught:
        procedures.parse(Source(path), rules.load())
    return str(caught.value)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("after: [show_id]", "after: [show_it]", "没有行为“show_it”。是否应为“show_id”"),
    ("by: officer", "by: oficer", "没有角色“oficer”。是否应为“officer”"),
    ("basis: 第四十四条", "basis: 《行政许可法》第四十四条", "没有列出《行政许可法》"),
    ("basis: 第四十四条", "basis: 四十四条", "没有写到条"),
    ("rule: cf67-pay-15d", "rule: cf67-pay-15d\n    at_least: true", "与规则 cf67-pay-15d 的方向不同"),
    ("limit: 15日", "limit: 20日", "与规则 cf67-pay-15d 的15日不同"),
    ("limit: 15日", "limit: 十五天", "期限写作"),
    ("{fact: defence, is: made}", "{fact: defence, is: mad}", "没有选项“mad”。是否应为“made”"),
    ("{fact: defence, is: made}", "{fact: defence}", "之一同写"),
    ("{done: notify}", "{did: notify}", "没有“did”这一项"),
    ("{table: on_the_spot}", "{table: on_the_spit}", "没有表“on_the_spit”"),
    ("fine: {at_least: 1, at_most: 3000}}", "fine: {at_most: 3000}, penalty: {is_in: [warning]}}",
     "同一名称写了两次"),
    ("party_kind: {is_in: [organisation]}, fine", "fine", "与第2行有重叠"),
    ("undetermined: 所属行政机关", "limit: 2日\n    undetermined: 所属行政机关",
     "须写且只写 limit、set_by、undetermined 之一"),
    ("yes_no: true", "date: true, yes_no: true", "须写且只写一种类型"),
])  # fmt: skip
def test_a_mistake_is_refused_with_file_line_and_advice(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    message = refusal(tmp_path, old, new)
    line = TEXT[: TEXT.index(old)].count("\n") + 1
    assert said in message
    assert "changed.yaml 第" in message
    stated = int(message.split("第", 1)[1].split("行", 1)[0])
    assert line - 4 <= stated <= line + 4


DISCLOSURE = (NATIONAL / "procedures" / "disclosure-on-request.yaml").read_text("utf-8")


@pytest.mark.parametrize(("old", "new", "said"), [
    ("or_expiry_of: third_party", "or_expiry_of: reply", "以它自己届满为止"),
    ("deems: {other_organ_says: agrees}", "deems: {other_organ_says: agree}", "没有选项“agree”"),
    ("deems: {other_organ_says: agrees}", "deems: {joint: maybe}", "应为是或者否，不能是“maybe”"),
    ("set_by: delayed_to", "set_by: channel", "“channel”不是日期"),
    ("amount: extension_days", "amount: form_wanted", "不是随某一行为记录的数"),
    ("act: extend\n", "act: agree_to_extend\n", "该行为不是延期"),
    ("fact: unclear, is: true", "fact: unclear, is: 是", "应为是或者否，不能是“是”"),
    ("{fact: extension_days, at_most: 20}", "{fact: channel, at_most: 20}", "不是数"),
    ("{fact: extension_days, at_most: 20}", "{fact: extension_days, at_least: 30, at_most: 20}", "没有数"),
    ("fax: confirmed_on", "telex: confirmed_on", "没有给“channel”的每个选项写明"),
    ("internet: confirmed_on", "internet: form_wanted", "该行为不记录“form_wanted”"),
    ("      unreasonable: not-processed", "      unfair: not-processed", "没有选项“unfair”"),
    ("    ends_by: reply_kind", "    ends: disclosed\n    ends_by: reply_kind", "只能写一种"),
    ("until: [complete]}", "until: []}", "open 须与 until 同写"),
    ("{done: reply}}", "{done: reply, is: true}}", "fact 须与 is、in"),
    ("at_most: 1\n", "at_most: 0\n", "须不小于1"),
    ("warns: [2]", "warns: [-2]", "须不小于1"),
    ("limit: 20个工作日", "limit: ２０个工作日", "期限写作"),
    ("clerk: {title: 政府信息公开工作机构经办人,", "clerk: {title: '',", "至少1个字"),
    ("  chief: {", "  chief: {recorded_by: [clerk], ", "不得由他人代为登记"),
    ("  chief: {", "  chief: {differs_from: [chief], ", "没有人能与自己不同"),
    ("asks: [channel]", "asks: [channel, channel]", "同一事实写了两次"),
    ("since: 2026-07-01}", "since: 2026-07-01, until: 2026-06-30}", "最后一日早于第一日"),
    ("  extend:\n", "  ex tend:\n", "须符合"),
    ("when: {fact: unclear, is: true}", "when: {expired: reply}", "不取决于期限是否届满"),
])  # fmt: skip
def test_parts_that_contradict_each_other_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in DISCLOSURE
    path = tmp_path / "changed.yaml"
    path.write_text(DISCLOSURE.replace(old, new, 1), "utf-8")
    with pytest.raises(Fault, match=r"changed\.yaml 第\d+行") as caught:
        procedures.parse(Source(path), rules.load())
    assert said in str(caught.value)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("basis: 第二十七条", "basis: 第九千条", "第九千条"),
    ("政府信息公开条例: 2019-04-03", "政府信息公开条例: 2018-04-03", "2018-04-03"),
    ("  行政复议法: 2023-09-01", "  行政复议大法: 2023-09-01", "没有列出《行政复议法》"),
    ("《行政复议法》第二十三条第二款", "《行政复议法》第二十三条后半", "不是条款项"),
    ("since: 2026-07-01", "since: 2019-05-01", "尚未施行"),
])  # fmt: skip
def test_a_citation_that_does_not_resolve_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "changed.yaml"
    path.write_text(DISCLOSURE.replace(old, new, 1), "utf-8")
    with pytest.raises(Fault, match=r"changed\.yaml 第\d+行") as caught:
        procedures.named(str(path))
    assert said in str(caught.value)


def test_a_file_nested_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    for depth in (100, 900):
        path.write_text("a: " + "[" * depth + "]" * depth, "utf-8")
        with pytest.raises(Fault, match="嵌套过深"):
            Source(path)


HEARING = (NATIONAL / "procedures" / "penalty-hearing.yaml").read_text("utf-8")


@pytest.mark.parametrize(("old", "new", "said"), [
    ("ahead: 7个工作日", "ahead: 5个工作日", "与规则 cf64-notice-7wd 的7个工作日不同"),
    ("set_by: hearing_on\n    ahead: 7个工作日", "limit: 7个工作日", "是从某日向前倒数的"),
    ("rule: cf64-notice-7wd", "rule: cf61-7wd", "不是从某日向前倒数的"),
    ("set_by: hearing_on", "undetermined: 行政机关", "ahead 须与 set_by 同写"),
])  # fmt: skip
def test_a_limit_that_counts_backward_is_written_as_one(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "hearing.yaml"
    assert old in HEARING
    path.write_text(HEARING.replace(old, new, 1), "utf-8")
    with pytest.raises(Fault, match=said):
        procedures.parse(Source(path), rules.load())


def test_every_part_of_every_procedure_rests_on_an_article() -> None:
    for edition in procedures.load().values():
        parts = (*edition.roles, *edition.facts, *edition.acts, *edition.clocks, *edition.outcomes)
        gates = [gate for act in edition.acts for gate in act.requires]
        bases = [part.basis for part in (*parts, *gates, *edition.invariants)]
        assert all(basis.article.startswith("第") and basis.edition for basis in bases)


def test_each_procedure_has_at_least_ten_stories_and_all_hold() -> None:
    tests = stories.load(procedures.editions())
    for name in procedures.load():
        assert sum(test.timeline.edition.id == name for test in tests) >= 10
    days = calendar.load()
    assert [test.timeline.name for test in tests if test.timeline.differences(days)] == []


def test_a_story_with_a_wrong_day_or_a_wrong_refusal_fails(tmp_path: Path) -> None:
    source = NATIONAL / "procedures" / "tests" / "simple-penalty.yaml"
    wrong = source.read_text("utf-8").replace("payment: 2026-03-17", "payment: 2026-03-16")
    wrong = wrong.replace("code: procedure.E009", "code: procedure.E008", 1)
    path = tmp_path / "wrong.yaml"
    path.write_text(wrong, "utf-8")
    days = calendar.load()
    failed = [t for t in stories.load(procedures.editions(), (path,)) if t.timeline.differences(days)]
    assert len(failed) == 2


def test_a_story_of_no_procedure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lost.yaml"
    path.write_text(
        "- {name: 甲, basis: 某, procedure: none, acts: [{act: a, on: 2026-01-05}], expect: {}}", "utf-8"
    )
    with pytest.raises(Fault, match="没有程序“none”"):
        stories.load(procedures.editions(), (path,))


def test_the_story_of_the_guide_holds(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "procedures.md").read_text("utf-8")
    blocks = [block.split("```", 1)[0] for block in guide.split("```yaml\n")[1:]]
    path = tmp_path / "guide.yaml"
    path.write_text(next(block for block in blocks if block.startswith("- name")), "utf-8")
    (story,) = stories.load(procedures.editions(), (path,))
    assert story.timeline.differences(calendar.load()) == ()


def test_recusal_reaches_every_penalty_without_being_named() -> None:
    assert "request_recusal" not in TEXT
    penalty = procedures.load()["simple-penalty"]
    assert str(penalty.act["decide_recusal"].basis) == "《行政处罚法》第四十三条第三款"
    assert penalty.role["party"].recorded_by == ("officer",)
    assert "decide_recusal" not in procedures.load()["administrative-mediation"].act


GENERAL = """\
procedure: notice-first
title: 先告知
procedures: mediation
on: agreement
guard: guarded
basis: 第一条
statutes: {天津市矛盾纠纷多元化解条例: 2022-12-01}
in_force: {since: 2024-01-01}
roles: {clerk: {title: 经办人, basis: 第一条}}
acts:
  notice: {title: 告知权利, by: clerk, basis: 第一条}
  guarded:
    title: 达成协议
    by: clerk
    requires: [{that: {done: notice}, because: 未告知权利}]
    basis: 第二条
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A district's pack over the city's, with nothing in it yet."""
    folder = tmp_path / "pack"
    for name in ("hooks", "procedures"):
        (folder / name).mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: pack\ntitle: 某区\nextends: cn-tj\n", "utf-8")
    return folder


def test_general_law_guards_the_acts_with_its_tag(pack: Path) -> None:
    (pack / "hooks" / "notice-first.yaml").write_text(GENERAL, "utf-8")
    mediation = (CITY / "procedures" / "administrative-mediation.yaml").read_text("utf-8")
    tagged = mediation.replace(
        "    title: 达成调解协议\n", "    title: 达成调解协议\n    tags: [agreement]\n"
    )
    (pack / "procedures" / "mediation.yaml").write_text(tagged, "utf-8")
    edition = procedures.load((NATIONAL, pack))["administrative-mediation"]
    assert edition.act["agree"].requires[-1].because == "未告知权利"
    assert "notice" in edition.act
    assert "guarded" not in edition.act
    assert edition.content_hash != procedures.load()["administrative-mediation"].content_hash


def test_general_law_with_a_guard_that_asks_nothing_is_refused(pack: Path) -> None:
    path = pack / "hooks" / "lost.yaml"
    path.write_text(GENERAL.replace("guard: guarded", "guard: unguarded"), "utf-8")
    with pytest.raises(Fault, match=r"lost\.yaml 第5行.*没有行为“unguarded”"):
        procedures.load((NATIONAL, pack))


def test_a_new_edition_follows_the_old_one_without_overlap(pack: Path) -> None:
    old = TEXT.replace("{since: 2024-01-01}", "{since: 2024-01-01, until: 2026-06-30}")
    new = TEXT.replace("{since: 2024-01-01}", "{since: 2026-07-01}")
    (pack / "procedures" / "b-old.yaml").write_text(old, "utf-8")
    (pack / "procedures" / "a-new.yaml").write_text(new, "utf-8")
    known = procedures.editions((pack,))["simple-penalty"]
    assert [edition.since for edition in known] == [date(2024, 1, 1), date(2026, 7, 1)]
    assert governing(known, date(2026, 6, 30)) is known[0]
    assert governing(known, date(2026, 7, 1)) is known[1]
    (pack / "procedures" / "b-old.yaml").write_text(TEXT, "utf-8")
    with pytest.raises(Fault, match="两个版本同时施行"):
        procedures.editions((pack,))["simple-penalty"]
