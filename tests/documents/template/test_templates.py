"""Every document that a procedure demands has a template, and none says what the case does not know."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from fazhi.documents import templates
from fazhi.documents.paper import Paper
from fazhi.documents.template import Filling, Template, fill
from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.packs import DISTRICT, NATIONAL, examination, procedures, stories
from fazhi.packs.basis import link
from fazhi.packs.source import Source
from fazhi.packs.statutes import catalogue
from fazhi.procedure.case import Case
from fazhi.procedure.record import Record

LOADED = templates.load()
EDITIONS = procedures.editions()
CASES = [golden.timeline for golden in stories.load(EDITIONS)]
TEXT = (NATIONAL / "documents" / "penalty-decision-spot.yaml").read_text("utf-8")
DAY = date(2026, 8, 3)


def told(template: Template) -> Iterator[Case]:
    """The golden cases in which the template's act happened, or may be added to what the act follows."""
    for story in (story for story in CASES if story.edition.id == template.procedure):
        case = Case(story.edition, story.records)
        if template.act in case.state.done:
            yield case
        elif template.act == "tell_third_party" and "reply" in case.state.done:
            yield case.with_record(Record(template.act, (), DAY, datetime.combine(DAY, time(9))))


def filling(template: Template, case: Case, **given: str) -> Filling:
    fields = {name: f"示例{field.title}" for name, field in template.fields.items()}
    return Filling(case, "试验区司法局", DAY, fields | given, "试司罚〔2026〕1号")


def penalty() -> tuple[Template, Case]:
    template = LOADED["simple-penalty", "decide", "行政处罚决定书"]
    case = next(c for c in told(template) if c.state.facts.get("penalty") == "fine")
    return template, case


DRAFTED = ("normative-document", "major-decision", "fair-competition-review", "decision-catalogue")
"""Their papers are what is decided on: drafts, opinions, minutes that an office writes and hands in."""


@pytest.mark.parametrize(
    "demand", [d for d in templates.demanded() if d[0] not in DRAFTED], ids=lambda d: f"{d[0]}-{d[2]}"
)
def test_every_document_that_an_act_demands_has_a_template(demand: templates.Demand) -> None:
    assert demand in LOADED


@pytest.mark.parametrize("template", LOADED.values(), ids=lambda t: t.id)
def test_every_citation_resolves_in_an_edition_in_force(template: Template) -> None:
    edition = procedures.load()[template.procedure]
    for basis in (template.basis, *template.cites.values()):
        link(basis, edition, catalogue(DISTRICT), lambda wrong, remedy: Fault("pack.E008", wrong, remedy))


@pytest.mark.parametrize("template", [t for t in LOADED.values() if t.lines], ids=lambda t: t.id)
def test_every_template_makes_a_paper_from_a_golden_case(template: Template) -> None:
    cases = list(told(template))
    assert cases, "no golden story reaches the act"
    papers = [fill(template, filling(template, case)) for case in cases]
    for paper in papers:
        assert isinstance(paper, Paper)
        assert not [text for text in paper.texts() if "{" in text or "}" in text]
        assert paper.title_lines == ("试验区司法局", template.title)


def test_a_penalty_decision_says_what_the_law_asks_of_it() -> None:
    template, case = penalty()
    text = "\n".join(fill(template, filling(template, case, conduct="占用盲道堆放货物")).texts())
    for part in ("占用盲道堆放货物", "示例违法行为的地点", f"罚款{case.state.facts['fine']}元", "十五日内",
                 "《中华人民共和国行政处罚法》第五十一条", "六十日内先向示例行政复议机关", "签名或者盖章",
                 "试司罚〔2026〕1号"):  # fmt: skip
        assert part in text, part
    assert "处以警告" not in text


def test_what_is_missing_is_named_all_at_once_and_nothing_is_guessed() -> None:
    template, case = penalty()
    with pytest.raises(Fault) as caught:
        fill(template, filling(template, case, conduct=" ", court=""))
    assert caught.value.code == "documents.E010"
    assert "“违法行为”、“有管辖权的人民法院”" in caught.value.wrong
    assert caught.value.basis == "《行政处罚法》第五十二条第二款"


def test_a_fact_that_nobody_recorded_is_named_by_its_title() -> None:
    template, case = penalty()
    bare = [r for r in case.records if "defence" not in r.facts]
    with pytest.raises(Fault, match="“陈述、申辩”"):
        fill(template, filling(template, Case(case.edition, tuple(bare))))


def test_a_document_is_not_made_before_its_act() -> None:
    template, case = penalty()
    with pytest.raises(Fault, match=r"documents\.E012.*当场作出处罚决定"):
        fill(template, filling(template, Case(case.edition, case.records[:1])))


def test_a_receipt_of_the_finance_department_is_not_made_here() -> None:
    template = LOADED["simple-penalty", "collect", "财政部门统一制发的专用票据"]
    with pytest.raises(Fault, match=r"documents\.E011.*财政部门"):
        fill(template, filling(template, penalty()[1]))


@pytest.mark.parametrize("value", ["{organ}", "{{organ}}", "{cite.spot}", "#{day}"])
def test_what_a_drafter_types_is_never_read_as_a_name(value: str) -> None:
    template, case = penalty()
    assert f"示例{value}" in "".join(fill(template, filling(template, case, place=f"示例{value}")).texts())


@pytest.mark.parametrize(("old", "new", "said"), [
    ("procedure: simple-penalty", "procedure: simple-penlty", "是否应为“simple-penalty”"),
    ("act: decide", "act: decde", "是否应为“decide”"),
    ("罚款{fine}。", "罚款{fin}。", "“{fin}”没有含义。是否应为“fine”"),
    ("{fact: penalty, is: warning}", "{fact: penlty, is: warning}", "是否应为“penalty”"),
    ("当事人：{party}（", "当事人：{party（", "花括号不成对"),
    ("spot: 第五十一条", "spot: 《民法典》第五十一条", "没有列出《民法典》"),
    ("spot: 第五十一条", "spot: 五十一条", "没有写到条"),
    ("numbered: true", "made_by: 财政部门", "须写且只写 body"),
])  # fmt: skip
def test_a_mistake_is_shown_where_it_stands(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TEXT
    path = tmp_path / "changed.yaml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    with pytest.raises(Fault) as caught:
        templates.parse(Source(path), procedures.load())
    assert caught.value.code == "pack.E002"
    assert said in str(caught.value)
    assert "changed.yaml 第" in str(caught.value)


def test_the_packs_with_their_templates_pass_the_check() -> None:
    assert examination.examine(DISTRICT).faults == ()


def test_demands_rest_on_articles() -> None:
    assert all(isinstance(basis, Basis) and basis.article for basis in templates.demanded().values())
