"""Bringing an outline in: upload, check beside the source, settle names and term, see changes, commit."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.documents.upload import check_size
from fazhi.duties import actions
from fazhi.duties.actions.commit import issuer_of, settled
from fazhi.duties.difference import difference
from fazhi.duties.models import Draft, Outline
from fazhi.duties.naming import Naming
from fazhi.duties.stored import reading_of
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.outline.reading import Reading
from fazhi.web import preview
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.draft import NamesForm, TermForm, UploadForm, suggested
from fazhi.web.redline import runs


@requires(Right.IMPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: DeskRequest) -> HttpResponse:
    """Read a file whole or refuse it whole."""
    if request.method != "POST":
        return _upload_page(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(request, form, status=400)
    file = form.cleaned_data["file"]
    try:
        check_size(file.size, file.name)
        draft = actions.stage(request.actor, file.name, file.read(), timezone.now())
    except Fault as fault:
        return _upload_page(request, form, fault, status_of(fault))
    return redirect("web:draft", draft.pk)


def _upload_page(
    request: DeskRequest, form: UploadForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "fault": fault, "drafts": Draft.objects.select_related("uploaded_by")[:10]}
    return render(request, "web/upload.html", context, status=status)


@requires(Right.IMPORT)
@require_safe
def draft(request: DeskRequest, pk: int) -> HttpResponse:
    """The text with everything that was read in its place, and everything that was not."""
    row = get_object_or_404(Draft, pk=pk)
    reading = reading_of(row)
    unresolved = _naming(None).unresolved(reading)
    shown = preview.preview(reading, unresolved, number(request.GET.get("page", "")) or 1)
    return render(request, "web/draft.html", {"draft": row, "reading": reading, "preview": shown})


@dataclass
class Decision:
    """What a coordinator has decided about a draft so far, and what is still to decide."""

    draft: Draft
    reading: Reading
    outline: Outline | None
    term: TermForm
    names: NamesForm

    def valid(self) -> bool:
        """Both forms are looked at, so that all that is wrong is said at once."""
        return all([self.term.is_valid(), self.names.is_valid()])

    def commit(self, at: datetime) -> actions.Commit:
        data = self.term.cleaned_data
        return actions.Commit(
            draft=self.draft,
            term=self.term.term,
            title=data["title"],
            issuer=data["issuer"],
            signed_on=data["signed_on"],
            resolutions=self.names.resolutions(timezone.localdate(at)),
        )


@requires(Right.IMPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: DeskRequest, pk: int) -> HttpResponse:
    """Names and term; once they hold, the page shows what the commit would change."""
    decision = _decision(request, get_object_or_404(Draft, pk=pk))
    if request.method != "POST" or "back" in request.POST:
        return _settle_page(request, decision)
    if not decision.valid():
        return _settle_page(request, decision, status=400)
    return render(request, "web/review.html", _review(request, decision))


@requires(Right.IMPORT)
@require_POST
def commit(request: DeskRequest, pk: int) -> HttpResponse:
    """Put the draft in force, or say why not and keep it."""
    decision = _decision(request, get_object_or_404(Draft, pk=pk))
    if not decision.valid():
        return _settle_page(request, decision, status=400)
    try:
        edition = decision.commit(timezone.now()).perform(request.actor, timezone.now())
    except Fault as fault:
        return _settle_page(request, decision, fault, status_of(fault))
    messages.success(request, f"已导入“{edition.outline}”第 {edition.number} 版")
    return redirect("web:outline", edition.outline_id)


@requires(Right.IMPORT)
@require_POST
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    actions.discard(request.actor, get_object_or_404(Draft, pk=pk))
    messages.success(request, "已丢弃待导入文件")
    return redirect("web:outlines")


def _naming(outline: Outline | None) -> Naming:
    return Naming(Directory(timezone.localdate()), settled(outline) if outline else {})


def _decision(request: DeskRequest, row: Draft) -> Decision:
    reading = reading_of(row)
    title = request.POST.get("title", reading.title).replace("\0", "")
    outline = Outline.objects.filter(title=title).first()
    names = {name: _where(reading, name) for name in _naming(outline).unresolved(reading)}
    data = request.POST if request.method == "POST" else None
    term = TermForm(data, initial=_known(outline) or suggested(reading, issuer_of(reading)))
    return Decision(row, reading, outline, term, NamesForm(names, data))


def _where(reading: Reading, name: str) -> str:
    """The measures in which a name stands."""
    numbers = [m.number for m in reading.measures if any(unit.name == name for unit in m.units)]
    return f"见举措 {'、'.join(numbers[:6])}{'等' if len(numbers) > 6 else ''}"


def _known(outline: Outline | None) -> dict[str, Any]:
    fields = ("title", "issuer", "signed_on", "starts_on", "ends_on")
    return {field: getattr(outline, field) for field in fields} if outline else {}


def _settle_page(
    request: DeskRequest, decision: Decision, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "web/settle.html", {"decision": decision, "fault": fault}, status=status)


def _review(request: DeskRequest, decision: Decision) -> dict[str, Any]:
    changes = difference(decision.outline, decision.reading) if decision.outline else ()
    return {
        "decision": decision,
        "answers": [(k, v) for k, v in request.POST.items() if k not in ("csrfmiddlewaretoken", "back")],
        "term_before": _other_term(decision),
        "changes": [(change, runs(change.before, change.after)) for change in changes],
        "total": sum(len(measure.duties) for measure in decision.reading.measures),
    }


def _other_term(decision: Decision) -> tuple[date, date] | None:
    """The term in force, where the draft would change it: due dates move with it."""
    outline, term = decision.outline, decision.term.term
    if outline is None or (outline.starts_on, outline.ends_on) == (term.starts_on, term.ends_on):
        return None
    return outline.starts_on, outline.ends_on
