"""An application from outside: choose the matter and the organ, fill in, take number and code away."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fazhi.cases import lawbook
from fazhi.fault import Fault
from fazhi.identity.client import network_of
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.portal import applied, opening, standing, tracking_code
from fazhi.portal.actions import Apply, Receipt
from fazhi.portal.course import course
from fazhi.portal.models import Window
from fazhi.portal.throttle import APPLYING
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.web import citizen, haste, kiosk
from fazhi.web.errands import entries
from fazhi.web.forms.application import ApplicationForm

ANYBODY = "the law lets everybody apply; nothing is shown but what the applicant typed"


@public(ANYBODY)
@require_safe
def apply(request: HttpRequest) -> HttpResponse:
    """The matters that are taken over the internet, each with the organs that take it."""
    return render(request, "web/apply.html", {"offered": _offered(complaints=False)})


@public(ANYBODY)
@require_safe
def complain(request: HttpRequest) -> HttpResponse:
    """The offices that take complaints and reports about how offices and their people act (19.1)."""
    return render(request, "web/complain.html", {"offered": _offered(complaints=True)})


def _offered(*, complaints: bool) -> list[tuple[tuple[Edition, Act], list[Window]]]:
    today = timezone.localdate()
    matters: dict[str, list[Window]] = {}
    for window in standing.windows(today):
        matters.setdefault(window.procedure, []).append(window)
    found = [(_begins(name), windows) for name, windows in matters.items()]
    return [one for one in found if opening.complains(one[0][0]) is complaints]


@public(ANYBODY)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, kept whole where something is wrong; then the receipt, the same after a reload."""
    window = get_object_or_404(standing.windows(timezone.localdate()), pk=pk)
    edition, act = _begins(window.procedure)
    if request.method != "POST":
        return _form(request, window, _empty(request, edition, act))
    form = _at(request, ApplicationForm(edition, act, request.POST, request.FILES))
    if not form.is_valid():
        return _form(request, window, form, status=400)
    try:
        receipt = _apply(request, window, form)
    except Fault as fault:
        return _form(request, window, form, fault, status_of(fault))
    return _receipt(request, window, receipt)


def _empty(request: HttpRequest, edition: Edition, act: Act) -> ApplicationForm:
    return _at(request, ApplicationForm(edition, act, initial=_fresh(request, edition)))


def _at(request: HttpRequest, form: ApplicationForm) -> ApplicationForm:
    if kiosk.is_on(request):
        form.at_terminal()
    return form


def _apply(request: HttpRequest, window: Window, form: ApplicationForm) -> Receipt:
    now, origin = timezone.now(), network_of(request)
    haste.demand(request, now)
    APPLYING.demand(origin)
    APPLYING.count(origin)
    receipt = Apply(window=window, **form.request()).perform(now)
    citizen.keep(request, applied.KIND, receipt.case.application.pk)
    return receipt


def _fresh(request: HttpRequest, edition: Edition) -> dict[str, str]:
    """Whoever complains may stay unnamed to the office: the contact is filled in for applications alone."""
    known = {} if opening.complains(edition) else citizen.known(request)
    return {"key": uuid.uuid4().hex, **known}


def _begins(procedure: str) -> tuple[Edition, Act]:
    edition = lawbook.governing(procedure, timezone.localdate())
    act = opening.asked_for(edition)
    if act is None:
        raise Http404
    return edition, act


def _form(
    request: HttpRequest, window: Window, form: ApplicationForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "window": window,
        "form": form,
        "edition": form.edition,
        "act": form.act,
        "fault": fault,
        **_place(form.edition, window),
    }
    return render(request, "web/apply_form.html", context, status=status)


def _receipt(request: HttpRequest, window: Window, receipt: Receipt) -> HttpResponse:
    context = {
        "window": window,
        "case": receipt.case,
        "code": tracking_code.shown(receipt.code),
        "course": course(receipt.case.application, timezone.localdate()),
        "received": opening.received(lawbook.edition(receipt.case.edition_id)),
        **_place(lawbook.edition(receipt.case.edition_id), window),
    }
    return render(request, "web/apply_receipt.html", context)


def _place(edition: Edition, window: Window) -> dict[str, object]:
    """Under which errand a form is found: a complaint has the address of an application, not its place."""
    complaint = opening.complains(edition)
    above = reverse("web:complain" if complaint else "web:apply")
    return {"complaint": complaint, "errands": entries(f"{above}/{window.pk}")}
