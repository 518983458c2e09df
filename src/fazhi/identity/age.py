"""No log-in lasts for ever: it ends when idle, when old, and when its person revoked it elsewhere."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from fazhi.identity.actions import session as actions
from fazhi.identity.models import Event, OpenSession

KEY = "open_session"
"""Where a browser's session keeps the key of its row."""
STEP = timedelta(minutes=1)
"""How exactly the last activity is known: a write a minute at most."""


def current(request: HttpRequest) -> OpenSession | None:
    """The open session in which a request comes."""
    key = request.session.get(KEY)
    return OpenSession.objects.filter(pk=key, user=request.user.pk, ended=None).first() if key else None


def too_old(session: OpenSession, at: datetime) -> bool:
    """Whether a log-in was left alone, or has lasted, longer than the installation allows."""
    config = settings.CONFIG
    idle, whole = timedelta(minutes=config.idle_minutes), timedelta(minutes=config.session_minutes)
    return at - session.seen > idle or at - session.since > whole


class AgeMiddleware:
    """Make a visitor of whoever comes in a session that is over."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _check(request, request.user, timezone.now())
        return self.get_response(request)


def _check(request: HttpRequest, user: Any, at: datetime) -> None:
    session = current(request)
    if session and not too_old(session, at):
        if at - session.seen >= STEP:
            actions.touch(session, request, at)
        return
    if session:
        actions.end(session, Event.Kind.EXPIRED, request, at, user)
    logout(request)
