"""The desk of the legality review: what waits, one draft beside its findings, and its opinion."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.cases import lawbook, policy, store
from fazhi.cases.models import Paper
from fazhi.cases.store import File
from fazhi.chapters.decisions.counsel import standing as counsel
from fazhi.chapters.decisions.counsel.standing import Role
from fazhi.chapters.decisions.legality import actions, standing
from fazhi.chapters.decisions.legality.actions import reviewer
from fazhi.chapters.decisions.legality.actions.begin import Upload
from fazhi.chapters.decisions.legality.models import Examination
from fazhi.chapters.decisions.legality.terms import DRAFTS, OPINION, PROCEDURES, REVIEW, RISK, SEND
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.procedure.due import due
from fazhi.web.casework import examining
from fazhi.web.casework.timer import Timer
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.step import Action, Steps, take

PAGE = 30


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """The cases that wait for a reviewer, with how far each review is."""
    page = Paginator(standing.waiting(request.actor), PAGE).get_page(request.GET.get("page"))
    begun = Examination.objects.filter(case__in=list(page)).select_related("act", "person")
    held = {one.case_id: one for one in begun.order_by("act__sequence")}
    lines = [_line(row, held.get(row.pk)) for row in page]
    return render(request, "web/legality_desk.html", {"page": page, "lines": lines})


def _line(row: Any, examination: Examination | None) -> dict[str, object]:
    sent = standing.sent(row)
    mine = examination if examination and sent and examination.act_id == sent.pk else None
    now = standing.read(mine, store.load(row)) if mine else None
    title = lawbook.edition(row.edition_id).title
    return {"row": row, "sent": sent, "examination": mine, "now": now, "title": title}


@requires(Right.READ)
@require_safe
def legality(request: DeskRequest, pk: int) -> HttpResponse:
    """One review; before it began, the choice of its draft."""
    return _page(request, _file(request, pk))


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """A step; what is wrong with it is said above, and what was filled in is still there."""
    file = _file(request, pk)
    if fault := take(request, STEPS, kind, request, file):
        return _page(request, _file(request, pk), status_of(fault), fault=fault, tried=kind)
    return redirect("web:legality", pk)


def _file(request: DeskRequest, pk: int) -> File:
    row = policy.found(request.actor, pk)
    if row.procedure not in PROCEDURES:
        raise Http404
    return store.file(row)


def _page(request: DeskRequest, file: File, status: int = 200, **more: object) -> HttpResponse:
    row, sent = file.row, standing.sent(file.row)
    examination = Examination.objects.filter(act=sent).select_related("act", "person").first()
    opinions = Paper.objects.filter(act__case=row, act__name=REVIEW).defer("content")
    context = {
        "row": row,
        "sent": sent,
        "waits": standing.waits(file.case),
        "objection": reviewer.objection(request.actor, file, timezone.localdate()),
        "edition": file.case.edition,
        "clocks": tuple(_clocks(file)),
        "returns": standing.returns(file),
        "opinions": opinions.select_related("act"),
        "drafts": _drafts(file) if sent and not examination else (),
        **(_examined(request, file, examination, more) if examination else {}),
        **more,
    }
    return render(request, "web/legality.html", context, status=status)


def _examined(
    request: DeskRequest, file: File, examination: Examination, more: dict[str, object]
) -> dict[str, object]:
    now = standing.read(examination, file.case)
    given = request.POST if more.get("tried") == "save" else None
    edition = file.case.edition
    return {
        "now": now,
        "passages": examining.passages(now, given),
        "heads": tuple(examining.heads(now, given)),
        "advice": tuple(standing.advice(file, examination.act.sequence)),
        "heard": [line for line in counsel.read(file.row).active(Role.LEGAL) if line.last],
        "choices": edition.fact[OPINION].choices.items(),
        "asks_risk": RISK in edition.act[REVIEW].brings,
        "posted": request.POST,
    }


def _drafts(file: File) -> tuple[Paper, ...]:
    """The papers that may be reviewed, the latest of them first."""
    rows = Paper.objects.filter(act__case=file.row, title__in=DRAFTS).defer("content").select_related("act")
    return tuple(rows.order_by("-act__sequence"))


def _clocks(file: File) -> Any:
    """The clocks that the sending to review started."""
    today = timezone.localdate()
    for reading in due(file.case, lawbook.days(), today).values():
        if reading.started and SEND in reading.clock.starts:
            yield Timer(reading, today)


def _begin(request: DeskRequest, file: File) -> Action:
    sent = request.FILES.get("file")
    upload = Upload(sent.name or "", sent.read()) if sent else None
    paper = number(request.POST.get("paper", ""))
    return actions.Begin(case_id=file.row.pk, paper=paper, upload=upload)


def _save(request: DeskRequest, file: File) -> Action:
    rulings = examining.said(request.POST, "finding-")
    return actions.Save(
        examination=_examination(file),
        seen=_number(request, "seen"),
        answers=examining.said(request.POST, "item-"),
        rulings={number(name) or 0: one for name, one in rulings.items()},
    )


def _conclude(request: DeskRequest, file: File) -> Action:
    return actions.Conclude(
        examination=_examination(file),
        seen=_number(request, "seen"),
        expected=_number(request, "expected"),
        opinion=request.POST.get("opinion", ""),
        risk=request.POST.get("risk", ""),
    )


def _give_back(request: DeskRequest, file: File) -> Action:
    reason = request.POST.get("reason", "")
    return actions.GiveBack(case_id=file.row.pk, expected=_number(request, "expected"), reason=reason)


def _examination(file: File) -> Examination:
    row = Examination.objects.filter(act=standing.sent(file.row)).first()
    if row is None:
        raise Fault("legality.E002", "还没有开始审核", "请先选择草案，开始审核")
    return row


def _number(request: DeskRequest, name: str) -> int:
    found = number(request.POST.get(name, ""))
    return -1 if found is None else found


STEPS: Steps = {
    "begin": (_begin, "已开始审核"),
    "save": (_save, "已保存"),
    "conclude": (_conclude, "已提出审核意见"),
    "return": (_give_back, "已退回"),
}
