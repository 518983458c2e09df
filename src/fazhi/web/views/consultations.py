"""What is being decided: drafts before the public, comments on them, what became of each; for everybody."""

from collections import Counter
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.cases import lawbook
from fazhi.chapters.decisions.consultation import draft, standing
from fazhi.chapters.decisions.consultation import mine as own
from fazhi.chapters.decisions.consultation.models import Comment, Consultation, Version
from fazhi.chapters.decisions.consultation.terms import OPEN
from fazhi.fault import Fault
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.web import citizen, flood, haste, newsfeed
from fazhi.web.forms.consultation import MineForm, SayForm, fresh
from fazhi.web.lookup_code import code_of

ASKED = "a draft is put before everybody, and everybody may comment"
PAGE = 20
BANDS = OPEN_NOW, CONSIDERED, ANSWERED, STOPPED = (
    "正在征求意见", "已经截止，正在研究意见", "已经公布采纳情况", "已经停止办理",
)  # fmt: skip


@public(ASKED)
@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """What is open, what is being considered, what was answered."""
    today = timezone.localdate()
    rows = list(Consultation.objects.select_related("case__organ", "result"))
    bands: dict[str, list[Consultation]] = {band: [] for band in BANDS}
    for row in rows:
        bands[_band(row, today)].append(row)
    return render(request, "web/consultations.html", {"bands": bands.items(), "any": bool(rows)})


@public(ASKED)
@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """What was put before the public and what became of it, for a feed reader."""
    rows = Consultation.objects.select_related("act", "case__organ", "result")
    return newsfeed.atom(request, "征求意见和采纳情况", "web:consultations", map(_news, rows))


def _news(row: Consultation) -> newsfeed.News:
    result = getattr(row, "result", None)
    begun = row.act.recorded_at
    return newsfeed.News(
        title=f"{'采纳情况' if result else '征求意见'}：{row.title}",
        path=reverse("web:consultation", args=[row.pk]),
        says=result.summary if result else f"{row.opened_on} 至 {row.until} 征求意见。{row.note}",
        by=row.case.organ.full_name,
        first=begun,
        latest=result.at if result else begun,
    )


def _band(row: Consultation, today: date) -> str:
    if hasattr(row, "result"):
        return ANSWERED
    if row.case.outcome:
        return STOPPED
    return OPEN_NOW if standing.open_to_comments(row, today) else CONSIDERED


@public(ASKED)
@require_safe
def consultation(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _found(pk))


@public(ASKED)
@never_cache
@require_POST
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a comment and give its number and code; what is wrong is said beside the form, which keeps all."""
    row = _found(pk)
    form = SayForm(_pieces(_version(row, request.POST.get("version", ""))), request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    try:
        haste.demand(request, timezone.now())
        flood.demand(request, "say")
        comment = form.action(row).perform(timezone.now())
        citizen.keep(request, own.KIND, comment.pk)
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    context = {"row": row, "comment": comment, "code": code_of(comment.key)}
    return render(request, "web/consultation_received.html", context)


@public("whoever holds the number and the code of a comment may see what became of it")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """A comment found again by its number and code."""
    form = MineForm(request.POST or None)
    context: dict[str, object] = {"form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/consultation_mine.html", context, status=400 if form.errors else 200)
    try:
        flood.demand(request, "mine")
        found = _mine(form.cleaned_data["number"], form.cleaned_data["code"])
    except Fault as fault:
        shown = {**context, "fault": fault}
        return render(request, "web/consultation_mine.html", shown, status=status_of(fault))
    return render(request, "web/consultation_mine.html", {**context, "line": standing.lines([found])[0]})


def opened(request: HttpRequest, key: int) -> HttpResponse:
    """One that somebody who entered owns, opened without number and code."""
    line = standing.lines(Comment.objects.filter(pk=key).select_related("consultation", "disposition"))[0]
    return render(request, "web/consultation_mine.html", {"form": MineForm(), "line": line})


def _mine(number: str, code: str) -> Comment:
    found = own.found(number, code)
    if found is None:
        raise Fault("consultation.E404", "没有找到这条意见", "请核对意见编号和查询码，查询码不分大小写")
    return found


def _found(pk: int) -> Consultation:
    return get_object_or_404(Consultation.objects.select_related("case__organ"), pk=pk)


def _version(row: Consultation, asked: str) -> Version:
    """The version asked for, or else the latest."""
    versions = list(row.versions.all())
    return next((one for one in versions if str(one.number) == asked), versions[-1])


def _pieces(version: Version) -> tuple[draft.Piece, ...]:
    return draft.pieces(version.text)


def _page(
    request: HttpRequest,
    row: Consultation,
    form: SayForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    version = _version(row, request.GET.get("version", ""))
    pieces, asked = _pieces(version), request.GET.get("clause", "")
    counts = Counter(row.comments.filter(version=version).values_list("clause", flat=True))
    page = Paginator(standing.listed(row), PAGE).get_page(request.GET.get("page"))
    form = form or SayForm(pieces, initial={**fresh(version.number, asked), **citizen.known(request)})
    context = {
        "row": row,
        "version": version,
        "versions": row.versions.all(),
        "pieces": [(piece, counts[piece.place]) for piece in pieces],
        "takes": standing.open_to_comments(row, today),
        "left": (row.until - today).days,
        "ended": standing.ended(row),
        "result": standing.result(row),
        "progress": standing.progress(row),
        "page": page,
        "lines": standing.lines(page.object_list),
        "basis": lawbook.edition(row.case.edition_id).act[OPEN].basis,
        "form": form,
        "fault": fault,
    }
    return render(request, "web/consultation.html", context, status=status)
