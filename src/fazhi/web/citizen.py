"""Somebody of the public who has entered, on a request: never together with an official's log-in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from fazhi.identity.client import client_of
from fazhi.identity.models import Event
from fazhi.portal import actions, entered
from fazhi.portal.contact import Contact, Kind
from fazhi.portal.models import Account, Entry

KEY = "public_entry"
"""Where a browser's session keeps the key of its row."""
FIELDS = {Kind.PHONE: "phone", Kind.MAIL: "email"}


class CitizenMiddleware:
    """Put whoever entered on each request, and end what is too old or met by an official's log-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if KEY in request.session:
            _look(request)
        response = self.get_response(request)
        if citizen_of(request):
            add_never_cache_headers(response)
        return response


def _look(request: HttpRequest) -> None:
    now, row = timezone.now(), entered.entry(request.session.get(KEY))
    if row is None:
        del request.session[KEY]
    elif request.user.is_authenticated:
        _end(request, row, Event.Kind.LOG_OUT)
    elif entered.too_old(row, now):
        _end(request, row, Event.Kind.EXPIRED)
    else:
        request.citizen = row.account  # type: ignore[attr-defined]
        if now - row.seen >= entered.STEP:
            actions.touch(row, now)


def citizen_of(request: HttpRequest) -> Account | None:
    """Who of the public has entered in this browser."""
    return getattr(request, "citizen", None)


def enter(request: HttpRequest, row: Entry) -> None:
    """A session under a new key, with nothing of the one before; it goes with the browser at the latest."""
    request.session.flush()
    request.session[KEY] = row.pk
    request.session.set_expiry(0)
    rotate_token(request)
    request.citizen = row.account  # type: ignore[attr-defined]


def leave(request: HttpRequest) -> None:
    """End the log-in of this browser, if there is one."""
    if row := entered.entry(request.session.get(KEY)):
        _end(request, row, Event.Kind.LOG_OUT)


def close(request: HttpRequest, account: Account) -> None:
    """Close the account, and forget it here."""
    actions.close_account(account, client_of(request), timezone.now())
    request.session.flush()
    request.citizen = None  # type: ignore[attr-defined]


def _end(request: HttpRequest, row: Entry, kind: Event.Kind) -> None:
    actions.leave(row, kind, client_of(request), timezone.now())
    del request.session[KEY]
    request.citizen = None  # type: ignore[attr-defined]


def contact(request: HttpRequest) -> Contact | None:
    """How whoever entered is reached."""
    account = citizen_of(request)
    return entered.contact_of(account) if account else None


def known(request: HttpRequest) -> dict[str, str]:
    """What forms need not ask whoever entered; it can be changed there."""
    found = contact(request)
    return {FIELDS[found.kind]: found.value, "contact": found.value} if found else {}


def keep(request: HttpRequest, kind: str, key: int) -> None:
    """What was just done joins the matters of whoever entered."""
    if account := citizen_of(request):
        actions.Attach(account=account, kind=kind, key=str(key)).perform(timezone.now())
