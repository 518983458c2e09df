"""The papers an organ issued or keeps: numbers, standing, versions, withdrawal, disposal."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.cases import policy as cases
from fazhi.documents import policy
from fazhi.documents.actions import Propose, Rule, Withdraw
from fazhi.documents.models import Content, Disposal, Document, Issue, Version
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.packs import retention
from fazhi.search.saying import saying
from fazhi.web.attachment import attachment
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.paper import ProposeForm, RuleForm, WithdrawForm

PAGE = 50
ISSUED = "versions__issue__number__series"


@requires(Right.READ)
@require_safe
def papers(request: DeskRequest) -> HttpResponse:
    """The newest first; ``q`` looks in title, kind and case number."""
    words = request.GET.get("q", "").strip()[:80]
    rows = policy.visible(request.actor).prefetch_related(ISSUED, "versions__issue__withdrawal")
    rows = rows.filter(saying(words, "title__contains", "kind__contains", "case_key__contains"))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    listed = [(row, _issue(row)) for row in page]
    query = urlencode({"q": words}) + "&" if words else ""
    context = {"page": page, "listed": listed, "words": words, "query": query}
    return render(request, "web/papers.html", context)


def _issue(row: Document) -> Issue | None:
    return next((one.issue for one in row.versions.all() if hasattr(one, "issue")), None)


@requires(Right.READ)
@require_safe
def paper(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, policy.found(request.actor, pk))


def _page(request: DeskRequest, row: Document, fault: Fault | None = None, **tried: object) -> HttpResponse:
    versions = list(row.versions.select_related("issue__number__series", "issue__withdrawal", "made_by"))
    held = set(Content.objects.filter(version__in=versions).values_list("version_id", flat=True))
    disposals = Disposal.objects.filter(version__in=versions).select_related("ruling__by", "by", "version")
    context = {
        "row": row,
        "versions": [(one, getattr(one, "issue", None), one.pk in held) for one in versions],
        "case": cases.visible(request.actor).filter(number=row.case_key).first() if row.case_key else None,
        "retention": retention.load()[row.retention],
        "disposals": disposals,
        "may_issue": request.actor.may(Right.ISSUE, row.organ_id),
        "may_draft": request.actor.may(Right.DRAFT, row.organ_id),
        "me": request.actor.person_id,
        "withdraw": WithdrawForm(auto_id="withdraw-%s"),
        "propose": ProposeForm(auto_id="propose-%s"),
        "rule": RuleForm(auto_id="rule-%s"),
        "fault": fault,
        **tried,
    }
    return render(request, "web/paper.html", context, status=_status(fault, tried))


def _status(fault: Fault | None, tried: dict[str, object]) -> int:
    if fault:
        return status_of(fault)
    return 400 if tried else 200


@requires(Right.READ)
@require_safe
def version(request: DeskRequest, pk: int, sequence: int) -> HttpResponse:
    """The file of a version, where its content is still kept."""
    row = get_object_or_404(Version, document=policy.found(request.actor, pk), sequence=sequence)
    content = get_object_or_404(Content, version=row)
    return attachment(bytes(content.data), row.file_name)


@requires(Right.READ)
@require_POST
def withdraw(request: DeskRequest, pk: int, sequence: int) -> HttpResponse:
    row = policy.found(request.actor, pk)
    issue = get_object_or_404(Issue, version__document=row, version__sequence=sequence)
    form = WithdrawForm(request.POST, auto_id="withdraw-%s")
    if not form.is_valid():
        return _page(request, row, withdraw=form)
    action = Withdraw(issue, form.cleaned_data["reason"])
    return _done(request, row, action.perform, f"已撤回：{issue}", withdraw=form)


@requires(Right.READ)
@require_POST
def propose(request: DeskRequest, pk: int, sequence: int) -> HttpResponse:
    row = policy.found(request.actor, pk)
    chosen = get_object_or_404(Version, document=row, sequence=sequence)
    form = ProposeForm(request.POST, auto_id="propose-%s")
    if not form.is_valid():
        return _page(request, row, propose=form)
    action = Propose(version=chosen, **form.cleaned_data)
    return _done(request, row, action.perform, "已提出处置，待另一名负责人审批", propose=form)


@requires(Right.READ)
@require_POST
def rule(request: DeskRequest, pk: int, disposal: int) -> HttpResponse:
    row = policy.found(request.actor, pk)
    chosen = Disposal.objects.filter(pk=disposal, version__document=row).first()
    if chosen is None:
        raise Http404
    form = RuleForm(request.POST, auto_id="rule-%s")
    if not form.is_valid():
        return _page(request, row, rule=form)
    given = form.cleaned_data
    action = Rule(disposal=chosen, approved=given["approved"] == "yes", reason=given["reason"])
    return _done(request, row, action.perform, "已审批", rule=form)


def _done(
    request: DeskRequest, row: Document, perform: Callable[..., object], said: str, **tried: object
) -> HttpResponse:
    """Back to the page; what the action refuses is said beside its form."""
    try:
        perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, fault, **tried)
    messages.success(request, said)
    return redirect("web:paper", row.pk)
