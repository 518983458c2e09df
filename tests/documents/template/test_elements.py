"""What an article says that a paper states stands on the printed page, in every case in which it must."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from fazhi.documents import templates
from fazhi.documents.press.pdf import MISSING, pdf
from fazhi.documents.press.word import docx as docx_of
from fazhi.documents.template import Element, Template, due, fill
from fazhi.documents.template.filling import Filling, value
from fazhi.fault import Fault
from fazhi.packs import NATIONAL
from fazhi.packs.source import Source
from tests.architecture.repository import ROOT
from tests.documents.template.histories import LOADED, MADE, PROCEDURES, filling, told, varied

LISTING = [template for template in MADE if template.elements]
TEXT = (NATIONAL / "documents" / "disclosure-completion.yaml").read_text("utf-8")
CODE = re.compile(r"[A-Za-z_]{2,}")


def stated(template: Template, element: Element, held: Filling) -> list[str]:
    """The words by which a paper of this case states an element."""
    signed = {"organ": held.organ, "day": "2026年8月3日"}
    return [signed.get(name) or value(template, held, name) or "" for name in element.by] + [element.words]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("template", LISTING, ids=lambda t: f"{t.id}-{t.act}")
def test_every_element_is_on_the_page_and_some_case_has_it(template: Template) -> None:
    met: set[str] = set()
    for case in varied(template):
        held = filling(template, case)
        paper = fill(template, held)
        said = squeezed("\n".join(paper.texts()) + held.organ + "2026年8月3日")
        assert not CODE.search(said), said
        for element in due(template, held):
            met.add(element.title)
            assert all(squeezed(words) in said for words in stated(template, element, held)), element
            assert all(stated(template, element, held)[:-1]), element
    assert {element.title for element in template.elements} == met
    made = pdf(paper)
    assert [warning for warning in made.warnings if warning.code == MISSING] == []
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)
    shown = re.sub(r"—\d+—", "", squeezed("".join(pages)))
    word = squeezed("\n".join(line.text for line in docx.Document(io.BytesIO(docx_of(paper))).paragraphs))
    for element in due(template, held):
        for words in map(squeezed, stated(template, element, held)):
            assert words in shown
            assert words in word


def test_a_paper_that_would_lack_an_element_is_not_made(tmp_path: Path) -> None:
    template = LOADED["conduct-complaint", "answer", "投诉举报处理答复书"]
    case = next(iter(told(template)))
    always = Element("处理意见", template.basis, by=("opinion",))
    changed = replace(template, elements=(always,))
    with pytest.raises(Fault, match=r"documents\.E014.*“处理意见”") as caught:
        fill(changed, filling(template, case))
    assert caught.value.basis == str(template.basis)
    path = tmp_path / "changed.yaml"
    path.write_text(TEXT.replace("补正以下事项：{completion_items}", "补正", 1), "utf-8")
    with pytest.raises(Fault, match="应当载明的“需要补正的事项”没有写进正文") as caught:
        templates.parse(Source(path), PROCEDURES)
    assert "changed.yaml 第" in str(caught.value)


CHAPTER_SIX = {"major-decision", "normative-document", "decision-catalogue", "fair-competition-review"}
PAGE = (ROOT / "docs" / "papers.md").read_text("utf-8")
ELSEWHERE = [key for key in LOADED if key[0] not in CHAPTER_SIX]


@pytest.mark.parametrize("key", ELSEWHERE, ids="-".join)
def test_the_page_shows_each_paper_with_its_articles(key: templates.Demand) -> None:
    procedure, act, title = key
    template = LOADED[key]
    start = f"| `{procedure}` | `{act}` | {title} | {template.basis} | "
    (row,) = [line for line in PAGE.splitlines() if line.startswith(start)]
    for element in template.elements:
        assert element.basis.article in row
    assert template.made_by or template.elements, "no article asks for it, and nothing says so"
