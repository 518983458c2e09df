"""我的事项: what somebody of the public did while entered, how it stands, and the end of the account."""

import json
from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fazhi.chapters.decisions.consultation import mine as comments
from fazhi.chapters.decisions.hearing import mine as registrations
from fazhi.fault import Fault
from fazhi.identity.client import network_of
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.portal import applied, entered
from fazhi.portal import mine as sources
from fazhi.portal.actions import Claim
from fazhi.portal.holding import holding
from fazhi.portal.models import Account, Belonging
from fazhi.portal.throttle import GUESSING
from fazhi.web import citizen
from fazhi.web.attachment import attachment
from fazhi.web.forms.entering import ClaimForm, ContactForm
from fazhi.web.views import consultations, hearings, tracking
from fazhi.web.views.entering import door

OWN = "whoever entered sees what was done under the own contact, and nobody else's"
PAGE = 20
OPENS: dict[str, Callable[[HttpRequest, int], HttpResponse]] = {
    applied.KIND: tracking.opened,
    comments.KIND: consultations.opened,
    registrations.KIND: hearings.opened,
}


@public(OWN)
@never_cache
@require_http_methods(["GET", "HEAD"])
def mine(request: HttpRequest) -> HttpResponse:
    """The list; to whoever has not entered, the door."""
    account = citizen.citizen_of(request)
    return _list(request, account, ClaimForm()) if account else door(request, ContactForm())


@public(OWN)
@never_cache
@require_http_methods(["GET", "HEAD"])
def data(request: HttpRequest) -> HttpResponse:
    """All that the account holds of its owner, as a file to take along."""
    account = citizen.citizen_of(request)
    if account is None:
        return redirect("web:mine")
    told = json.dumps(holding(account, timezone.localdate()), ensure_ascii=False, indent=2)
    return attachment(told.encode(), "我的事项.json", "application/json")


@public(OWN)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the own matters, as number and code would open it; another's is not there."""
    account = citizen.citizen_of(request)
    if account is None:
        return redirect("web:mine")
    row = get_object_or_404(Belonging, pk=pk, account=account)
    return OPENS[row.kind](request, int(row.key))


@public(OWN)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """What was done without a log-in joins the list, by number and code."""
    account = citizen.citizen_of(request)
    if account is None or request.method != "POST":
        return redirect("web:mine")
    form = ClaimForm(request.POST)
    if not form.is_valid():
        return _list(request, account, form, status=400)
    try:
        _claim(request, account, form)
    except Fault as fault:
        return _list(request, account, form, fault, status_of(fault))
    return redirect("web:mine")


@public(OWN)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """注销: what goes and what stays is said first."""
    account = citizen.citizen_of(request)
    if account is None:
        return redirect("web:mine")
    if request.method != "POST":
        context = {"masked": entered.contact_of(account).masked, "number": account.belongings.count()}
        return render(request, "web/mine_close.html", context)
    citizen.close(request, account)
    return render(request, "web/mine_closed.html")


def _claim(request: HttpRequest, account: Account, form: ClaimForm) -> None:
    now, origin = timezone.now(), network_of(request)
    GUESSING.demand(origin)
    try:
        Claim(account=account, **form.cleaned_data).perform(now)
    except Fault:
        GUESSING.count(origin)
        raise


def _list(
    request: HttpRequest, account: Account, form: ClaimForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    page = Paginator(account.belongings.all(), PAGE).get_page(request.GET.get("page"))
    idle, whole = entered.limits()
    context = {
        "page": page,
        "lines": sources.lines(page.object_list, timezone.localdate()),
        "masked": entered.contact_of(account).masked,
        "form": form,
        "fault": fault,
        "idle": int(idle.total_seconds()) // 60,
        "whole": int(whole.total_seconds()) // 3600,
    }
    return render(request, "web/mine.html", context, status=status)
