"""How far an application is, for who holds its number and code; nothing is kept in the browser."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.documents.models import Content
from fazhi.fault import Fault
from fazhi.identity.client import network_of
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.portal import opening, rated, tracking
from fazhi.portal.course import course, follow_up, replies
from fazhi.portal.models import Application
from fazhi.portal.throttle import GUESSING
from fazhi.web.attachment import attachment
from fazhi.web.casework.timer import Timer
from fazhi.web.forms.rating import RatingForm
from fazhi.web.forms.tracking import TrackingForm

HOLDER = "number and code open one application to who made it; without both nothing is told"


@public(HOLDER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """The two fields, or the application; a wrong pair is refused the same way whichever is wrong."""
    if request.method != "POST":
        return _ask(request, TrackingForm())
    form = TrackingForm(request.POST)
    if not form.is_valid():
        return _ask(request, form, status=400)
    try:
        row = _found(request, form)
    except Fault as fault:
        return _ask(request, form, fault, status_of(fault))
    return _shown(request, row)


@public(HOLDER)
@never_cache
@require_POST
def rate(request: HttpRequest) -> HttpResponse:
    """A rating by whoever opened the page with the code; then the page again, with the rating on it."""
    try:
        row = tracking.by_ticket(request.POST.get("ticket", ""))
    except Fault as fault:
        return _ask(request, TrackingForm(), fault, status_of(fault))
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _shown(request, row, form, status=400)
    try:
        form.action(row).perform(timezone.now())
    except Fault as fault:
        return _shown(request, row, form, fault, status_of(fault))
    row.refresh_from_db()
    return _shown(request, row)


@public(HOLDER)
@never_cache
@require_POST
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A reply to save; the page that was opened with the code hands its ticket on."""
    try:
        row = tracking.by_ticket(request.POST.get("ticket", ""))
    except Fault as fault:
        return _ask(request, TrackingForm(), fault, status_of(fault))
    issue = next((one for one in replies(row) if one.pk == pk), None)
    content = Content.objects.filter(version=issue.version_id).first() if issue else None
    if issue is None or content is None:
        raise Http404
    return attachment(bytes(content.data), issue.version.file_name)


def opened(request: HttpRequest, key: int) -> HttpResponse:
    """One that somebody who entered owns, opened without number and code."""
    rows = Application.objects.select_related("case__organ", "window")
    return _shown(request, rows.get(pk=key))


def _found(request: HttpRequest, form: TrackingForm) -> Application:
    origin = network_of(request)
    GUESSING.demand(origin)
    try:
        return tracking.found(form.cleaned_data["number"], form.cleaned_data["code"])
    except Fault:
        GUESSING.count(origin)
        raise


def _ask(
    request: HttpRequest, form: TrackingForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "web/track.html", {"form": form, "fault": fault}, status=status)


def _shown(
    request: HttpRequest,
    row: Application,
    form: RatingForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    rating = getattr(row.case, "rating", None)
    known = course(row, today)
    context = {
        "course": known,
        "case": row.case,
        "timers": [Timer(reading, today) for reading in known.clocks],
        "received": opening.received(known.edition),
        "ticket": tracking.ticket(row),
        "rating": rating,
        "follow_up": follow_up(rating) if rating else (),
        "form": (form or RatingForm()) if rated.offered(row, today) else None,
        "fault": fault,
    }
    return render(request, "web/tracked.html", context, status=status)
