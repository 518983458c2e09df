"""我的登录: on which devices a person is logged in, and how to end that."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.identity.actions import session as actions
from fazhi.identity.age import KEY
from fazhi.identity.confirm import asks_again
from fazhi.identity.models import Event, OpenSession
from fazhi.identity.second_factor import before_second_factor
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.desk import DeskRequest


@before_second_factor
@requires(Right.READ)
@require_safe
def sessions(request: DeskRequest) -> HttpResponse:
    config = settings.CONFIG
    context = {
        "sessions": _open(request.user),
        "here": request.session.get(KEY),
        "idle": config.idle_minutes,
        "whole": config.session_minutes,
    }
    return render(request, "web/sessions.html", context)


@before_second_factor
@requires(Right.READ)
@require_POST
@asks_again
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """End one of the person's own log-ins; ending the one at hand is a log-out."""
    row = _open(request.user).filter(pk=pk).first()
    if row is None:
        raise actions.GONE
    actions.end(row, Event.Kind.REVOKED, request, timezone.now(), request.user)
    messages.success(request, "已注销该登录")
    return redirect("web:sessions")


@before_second_factor
@requires(Right.READ)
@require_POST
@asks_again
def end_others(request: DeskRequest) -> HttpResponse:
    here = request.session.get(KEY)
    count = actions.end_others(request.user, here, Event.Kind.REVOKED, request, timezone.now())
    messages.success(request, f"已注销其他 {count} 个登录")
    return redirect("web:sessions")


def _open(user: User | AnonymousUser) -> QuerySet[OpenSession]:
    """What is not over by itself meanwhile."""
    config, now = settings.CONFIG, timezone.now()
    idle, whole = timedelta(minutes=config.idle_minutes), timedelta(minutes=config.session_minutes)
    return OpenSession.objects.filter(user=user.pk, ended=None, seen__gte=now - idle, since__gte=now - whole)
