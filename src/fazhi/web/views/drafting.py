"""Make the papers of an act from the case: look at a draft, or issue them and perform the act at once."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.cases import lawbook, policy
from fazhi.cases.actions import Perform
from fazhi.cases.models import Case
from fazhi.documents.actions import IssueAndPerform
from fazhi.documents.drafting import as_if, makeable
from fazhi.documents.press.font import cabinet
from fazhi.documents.press.pdf import pdf
from fazhi.documents.press.word import docx
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.attachment import DOCX, attachment
from fazhi.web.casework.people import people_of
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.act import initial
from fazhi.web.forms.drafting import DraftingForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def drafting(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """``preview`` names a paper and its form, ``0.pdf`` or ``0.docx``; without it the act is performed."""
    row = policy.found(request.actor, pk)
    form = _form(request, row, name)
    if request.method != "POST":
        return _page(request, row, form)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    act = Perform(case=row, expected=form.cleaned_data["expected"], **form.request())
    try:
        if wanted := request.POST.get("preview"):
            policy.demand_handle(request.actor, row)
            return _preview(form, act, wanted)
        _issue(request, form, act)
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    messages.success(request, f"已办理：{form.act.title}，文书已签发入卷")
    return redirect("web:case", pk)


def _form(request: DeskRequest, row: Case, name: str) -> DraftingForm:
    today = timezone.localdate()
    held = lawbook.edition(row.edition_id)
    act = held.act.get(name)
    templates = makeable(held, act) if act else ()
    if act is None or not templates:
        raise Http404
    people = tuple(people_of(row, today))
    if request.method == "POST":
        return DraftingForm(held, act, people, templates, request.POST, request.FILES)
    return DraftingForm(held, act, people, templates, initial=initial(row.sequence, today))


def _preview(form: DraftingForm, act: Perform, wanted: str) -> HttpResponse:
    """A draft to save: it bears no number and no code, and nothing of it is kept here."""
    n, _, kind = wanted.partition(".")
    chosen = number(n)
    if chosen is None or chosen >= len(form.templates) or kind not in ("pdf", "docx"):
        raise Http404
    draft = form.draft(chosen)
    paper = draft.paper(as_if(act, timezone.now()), act.case.organ.full_name, act.happened_on)
    title = f"{draft.template.title}（草稿）.{kind}"
    if kind == "docx":
        return attachment(docx(paper), title, DOCX)
    return attachment(pdf(paper, cabinet(settings.CONFIG.fonts)).content, title, "application/pdf")


def _issue(request: DeskRequest, form: DraftingForm, act: Perform) -> None:
    IssueAndPerform(
        act=act,
        drafts=form.drafts(),
        prefix=form.cleaned_data.get("series", "").strip(),
        retention=form.cleaned_data["retention"],
        site=request.build_absolute_uri("/").rstrip("/"),
    ).perform(request.actor, timezone.now())


def _page(
    request: DeskRequest, row: Case, form: DraftingForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    may_issue = request.actor.may(Right.ISSUE, row.organ_id)
    context: dict[str, Any] = {"row": row, "form": form, "fault": fault, "may_issue": may_issue}
    return render(request, "web/drafting.html", context, status=status)
