"""The public's own door: a contact, a code, and out again; nobody has to come in to get anything done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.demo import citizens
from fazhi.fault import Fault
from fazhi.identity.client import client_of, network_of
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.portal import contact, sender
from fazhi.portal.actions import AskCode, Enter
from fazhi.portal.contact import Contact
from fazhi.portal.one_time_code import LIFE
from fazhi.portal.throttle import ASKED, ASKING, ENTERING
from fazhi.web import citizen, haste
from fazhi.web.forms.entering import CodeForm, ContactForm

DOOR = "anybody may ask for a code; whether a contact is known is told to nobody"
OFFICIAL = Fault(
    "portal.E024", "您正以工作人员身份登录，不能同时以公众身份登录", "请先退出工作台，再登录“我的事项”"
)


@public(DOOR)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Send a code to the contact, and ask for it; the page is the same whoever is known."""
    if request.method != "POST":
        return redirect("web:mine")
    form = ContactForm(request.POST)
    if not form.is_valid():
        return door(request, form, status=400)
    try:
        _check(request)
        found = contact.read(form.cleaned_data["contact"])
        ticket = _asked(request, found)
    except Fault as fault:
        return door(request, form, fault, status_of(fault))
    return _code(request, found, CodeForm(initial={"contact": found.value, "ticket": ticket}))


@public(DOOR)
@never_cache
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """The right code opens a session of its own; the wrong one leaves the page for the next try."""
    form = CodeForm(request.POST)
    try:
        _check(request)
        found = contact.read(form.data.get("contact", ""))
        if not form.is_valid():
            return _code(request, found, form, status=400)
    except Fault as fault:
        return door(request, ContactForm(), fault, status_of(fault))
    try:
        _enter(request, found, form)
    except Fault as fault:
        return _code(request, found, form, fault, status_of(fault))
    return redirect("web:mine")


@public("ends the log-in of this browser alone")
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """The button that ends it."""
    citizen.leave(request)
    return redirect("web:home")


def door(
    request: HttpRequest, form: ContactForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    """The page that asks for a contact."""
    official = OFFICIAL if request.user.is_authenticated else None
    context = {
        "form": form,
        "fault": fault or official,
        "official": official,
        "taken": sender.taken(),
        "demo": citizens.shown(),
    }
    return render(request, "web/mine_enter.html", context, status=status)


def _check(request: HttpRequest) -> None:
    if request.user.is_authenticated:
        raise OFFICIAL


def _asked(request: HttpRequest, found: Contact) -> str:
    now, origin = timezone.now(), network_of(request)
    haste.demand(request, now)
    for throttle, who in ((ASKING, origin), (ASKED, found.digest)):
        throttle.demand(who)
        throttle.count(who)
    return AskCode(contact=found).perform(now)


def _enter(request: HttpRequest, found: Contact, form: CodeForm) -> None:
    now, origin, data = timezone.now(), network_of(request), form.cleaned_data
    ENTERING.demand(origin)
    try:
        action = Enter(contact=found, ticket=data["ticket"], code=data["code"], client=client_of(request))
        row = action.perform(now)
    except Fault:
        ENTERING.count(origin)
        raise
    citizen.leave(request)
    citizen.enter(request, row)


def _code(
    request: HttpRequest, found: Contact, form: CodeForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "fault": fault,
        "masked": found.masked,
        "again": found.value,
        "minutes": int(LIFE.total_seconds()) // 60,
    }
    return render(request, "web/mine_code.html", context, status=status)
