"""The form of an act with several papers: each is made by the platform, handed in, or not wanted."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from fazhi.documents.drafting import makeable
from fazhi.web.forms.act import ActForm
from fazhi.web.forms.blank import Blanks
from fazhi.web.forms.drafting import DraftingForm
from tests import shipped

EDITION = shipped.latest()["normative-document"]
ACT = EDITION.act["open_comments"]
TEMPLATES = makeable(EDITION, ACT)
TITLES = [template.title for template in TEMPLATES]
GIVEN = {
    "happened_on": "2026-03-02", "expected": "3", "retention": "archive", "fact-comment_period": "full",
    "fact-comments_until": "2026-04-10",
}  # fmt: skip


def form(*titles: str, uploads: tuple[str, ...] = (), **more: str) -> DraftingForm:
    """The form with the blanks of some papers filled in and others uploaded."""
    blanks = Blanks(TEMPLATES, frozenset())
    filled = {blanks.key(name): "示例" for t in TEMPLATES if t.title in titles for name in t.fields}
    files: Any = {
        f"paper-{n}": SimpleUploadedFile("a.pdf", b"%PDF-1.7")
        for n, paper in enumerate(ACT.documents)
        if paper.title in uploads
    }
    return DraftingForm(EDITION, ACT, (), TEMPLATES, {**GIVEN, **filled, **more}, files)


def made(held: DraftingForm) -> list[str]:
    assert held.is_valid(), held.errors
    return [draft.template.title for draft in held.drafts()]


def test_papers_of_the_act_are_made_and_a_further_one_only_where_it_is_filled_in() -> None:
    assert set(TITLES) == {"文件草案", "起草说明", "征求意见公告"}
    assert set(made(form("文件草案", "起草说明"))) == {"文件草案", "起草说明"}
    assert set(made(form(*TITLES, series="试政"))) == set(TITLES)


def test_a_paper_that_is_handed_in_is_not_made_again() -> None:
    held = form("起草说明", uploads=("文件草案",))
    assert made(held) == ["起草说明"]
    assert [paper.title for paper in held.request()["papers"]] == ["文件草案"]


def test_what_is_missing_is_said_beside_its_blank() -> None:
    held = form("文件草案")
    n = TITLES.index("起草说明")
    assert not held.is_valid()
    assert {f"fill-{n}-{name}" for name in TEMPLATES[n].certain - {"subject"}} == set(held.errors)
    assert "series" in form(*TITLES).errors


def test_what_several_papers_ask_for_is_asked_once() -> None:
    held = form(*TITLES, series="试政")
    asked = [name for name in held.fields if name.endswith("-subject")]
    assert len(asked) == 1
    assert all(f"《{title}》" in str(held.fields[asked[0]].help_text) for title in TITLES)
    assert held.is_valid(), held.errors
    assert {draft.fields["subject"] for draft in held.drafts()} == {"示例"}


def test_a_draft_is_looked_at_without_the_other_papers() -> None:
    n = TITLES.index("征求意见公告")
    held = form("征求意见公告", preview=f"{n}.pdf")
    assert held.is_valid(), held.errors
    assert held.draft(n).template.title == "征求意见公告"


def test_blanks_of_a_condition_may_stay_empty() -> None:
    edition = shipped.latest()["major-decision"]
    risk = makeable(edition, edition.act["assess_risk"])[0]
    assert {"subject"} == set(risk.certain)
    assert {"points", "measures", "reason"} < set(risk.fields)


def test_of_two_papers_for_two_cases_only_the_one_that_is_filled_in_is_made() -> None:
    edition = shipped.latest()["ordinary-penalty"]
    act = edition.act["dispose"]
    papers = makeable(edition, act)
    assert {one.title for one in papers} == {"不予行政处罚决定书", "涉嫌犯罪案件移送书"}
    none = next(n for n, one in enumerate(papers) if one.title == "不予行政处罚决定书")
    blank = {"happened_on": "2026-03-02", "expected": "3", "retention": "archive", "fact-conclusion": "minor"}
    filled = {f"fill-{none}-{name}": "示例" for name in papers[none].fields}
    held = DraftingForm(edition, act, (), papers, {**blank, **filled, "series": "试司不罚"})
    assert made(held) == ["不予行政处罚决定书"]
    assert not any(field.required for name, field in held.fields.items() if name.startswith("fill-"))
    empty = DraftingForm(edition, act, (), papers, blank)
    assert not empty.is_valid()
    assert "没有填写任何一份文书" in str(empty.non_field_errors())


def test_a_decision_made_in_the_street_may_be_printed_on_a_roll() -> None:
    edition = shipped.latest()["simple-penalty"]
    papers = makeable(edition, edition.act["decide"])
    held = DraftingForm(edition, edition.act["decide"], (), papers, {"slip": "on"})
    held.is_valid()
    assert held.cleaned_data["slip"] is True
    assert "slip" not in form("文件草案").fields


def test_a_paper_that_only_some_cases_want_is_made_where_it_is_filled_in() -> None:
    edition = shipped.latest()["ordinary-penalty"]
    act = edition.act["dispose"]
    templates = makeable(edition, act)
    given = {"happened_on": "2026-03-02", "expected": "3", "retention": "archive", "series": "试罚"}

    def held(conclusion: str, wanted: str) -> DraftingForm:
        blanks = Blanks(templates, frozenset())
        named = [name for one in templates if one.title == wanted for name in one.fields]
        filled = {blanks.key(name): "示例" for name in named}
        return DraftingForm(
            edition, act, (), templates, {**given, "fact-conclusion": conclusion, **filled}, {}
        )

    assert made(held("crime", "涉嫌犯罪案件移送书")) == ["涉嫌犯罪案件移送书"]
    assert made(held("minor", "不予行政处罚决定书")) == ["不予行政处罚决定书"]
    asked = ActForm(edition, act, ()).fields["paper-0"]
    assert not asked.required
    assert "第六条第一项；只在属于应当制作的情形时上传" in str(asked.help_text)
