"""Every document that a procedure demands has a template, and none says what the case does not know."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from fazhi.documents import templates
from fazhi.documents.press.pdf import MISSING, pdf
from fazhi.documents.press.word import docx as docx_of
from fazhi.documents.template import Template, fill
from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.packs import DISTRICT, NATIONAL, examination
from fazhi.packs.basis import link
from fazhi.packs.source import Source
from fazhi.packs.statutes import catalogue
from fazhi.procedure.case import Case
from tests.documents.press.test_pdf import glyphs
from tests.documents.template.histories import LOADED, MADE, PROCEDURES, filling, generated, told

KNOWN = catalogue(DISTRICT)
TEXT = (NATIONAL / "documents" / "penalty-decision-spot.yaml").read_text("utf-8")


def penalty() -> tuple[Template, Case]:
    template = LOADED["simple-penalty", "decide", "行政处罚决定书"]
    case = next(c for c in told(template) if c.state.facts.get("penalty") == "fine")
    return template, case


@pytest.mark.parametrize("demand", templates.demanded(), ids="-".join)
def test_every_document_that_an_act_demands_has_a_template(demand: templates.Demand) -> None:
    assert demand in LOADED


@pytest.mark.parametrize("template", LOADED.values(), ids=lambda t: t.id)
def test_every_citation_resolves_in_an_edition_in_force(template: Template) -> None:
    edition = PROCEDURES[template.procedure]
    for basis in (template.basis, *template.cites.values(), *(one.basis for one in template.elements)):
        link(basis, edition, KNOWN, lambda wrong, remedy: Fault("pack.E008", wrong, remedy))


@pytest.mark.parametrize("template", MADE, ids=lambda t: f"{t.id}-{t.act}")
def test_every_template_makes_a_whole_paper_from_a_generated_history(template: Template) -> None:
    cases = generated(template)
    assert cases, "no history reaches the act"
    for case in cases:
        paper = fill(template, filling(template, case))
        said = "\n".join(paper.texts())
        assert not [sign for sign in ("{", "}", "None", "True", "False", "。。") if sign in said]
        missing = [name for name in template.certain if f"示例{template.fields[name].title}" not in said]
        assert missing == []
        assert all(paragraph.text.strip() for paragraph in paper.body)
        assert bool(paper.head) == template.head
    made = pdf(paper)
    assert [warning.code for warning in made.warnings if warning.code == MISSING] == []
    shown = "".join("".join(p.extract_text() for p in PdfReader(io.BytesIO(made.content)).pages).split())
    word = docx.Document(io.BytesIO(docx_of(paper)))
    written = "".join("".join(line.text for line in word.paragraphs).split())
    for text in ("".join(paper.broken_title), paper.body[-1].text):
        assert "".join(text.split()) in shown
        assert "".join(text.split()) in written
    assert 0 not in glyphs(made.content)


@pytest.mark.parametrize("template", MADE, ids=lambda t: f"{t.id}-{t.act}")
def test_no_paper_is_made_without_what_it_must_say(template: Template) -> None:
    case = generated(template, 1)[0]
    for name in template.certain:
        with pytest.raises(Fault, match=r"documents\.E010") as caught:
            fill(template, filling(template, case, **{name: " "}))
        assert f"“{template.fields[name].title}”" in caught.value.wrong


def test_minutes_hold_every_remark_and_every_dissent() -> None:
    template = LOADED["major-decision", "minutes", "会议记录"]
    case = next(c for c in told(template) if any("dissent" in r.facts for r in c.records))
    said = "\n".join(fill(template, filling(template, case)).texts())
    for record in case.records:
        for name in ("remark", "dissent"):
            if name in record.facts:
                assert str(record.facts[name]) in said


def test_a_public_paper_has_a_red_head_and_a_colophon() -> None:
    template = LOADED["normative-document", "file_congress", "备案报告"]
    case = generated(template, 1)[0]
    paper = fill(template, replace(filling(template, case), number=""))
    assert paper.head
    assert (paper.head.mark, paper.head.number) == ("试验区司法局文件", case.state.facts["filing_number"])
    assert paper.copies
    assert paper.attachments == ("正式文本", "起草说明", "依据材料")
    assert paper.title_lines == ("关于报送“示例文件的名称”备案的报告",)


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
        templates.parse(Source(path), PROCEDURES, templates.parts())
    assert caught.value.code == "pack.E002"
    assert said in str(caught.value)
    assert "changed.yaml 第" in str(caught.value)


def test_the_packs_with_their_templates_pass_the_check() -> None:
    assert examination.examine(DISTRICT).faults == ()


def test_demands_rest_on_articles() -> None:
    assert all(isinstance(basis, Basis) and basis.article for basis in templates.demanded().values())
