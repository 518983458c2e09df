"""Guessing ends: a name is locked at an address after too many failures, whether or not it exists."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.timezone import localtime

from fazhi.fault import Fault
from fazhi.identity.actions.record import record
from fazhi.identity.client import address_of
from fazhi.identity.models import Event
from fazhi.identity.notice import REUSED

NAME = "username"
WIDE = 60
"""So many failures of one person in an hour, from wherever they come, are guessing."""
HOUR, KNOWN = timedelta(hours=1), timedelta(days=90)
GUESSED = Fault(
    "identity.E007",
    "这一用户名短时间内登录失败过多，暂时只能从以往登录过的网络地址登录",
    "请在平时办公的电脑上登录，或者过一小时再试",
)


def name_of(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """What stands for a tried name in the count of failures: a digest, for it may be a password."""
    tried = (credentials or {}).get(NAME) or request.POST.get(NAME, "")
    return salted_hmac("fazhi.identity.lockout", str(tried).casefold()).hexdigest()


def refusal(request: HttpRequest, credentials: Mapping[str, Any] | None) -> Fault:
    """Why the door stays shut, and from when on another try is heard."""
    again = opens_again(request, credentials)
    when = f"{again:%H:%M} 之后" if again else "稍后"
    return Fault(
        "identity.E001", "登录失败次数过多，暂时不能登录", f"请在{when}再试；忘记密码的，请由管理员重新设置"
    )


def demand_open(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Refuse a second factor, too, from somebody who is locked."""
    demand_calm(request, user, timezone.now())
    credentials = {NAME: user.get_username()}
    if not AxesProxyHandler.is_allowed(request, credentials):
        raise refusal(request, credentials)


def demand_calm(request: HttpRequest, user: AbstractBaseUser, at: datetime) -> None:
    """Refuse whom many addresses guess at, but not where the person has logged in before.

    So nobody tries more than a hundred passwords an hour by changing the address (ASVS 2.2.1), and nobody
    keeps a person from work by failing on purpose.
    """
    mine = Event.objects.filter(user_id=user.pk)
    failed = mine.filter(kind__in=(Event.Kind.FAILURE, Event.Kind.FACTOR_FAILED), at__gte=at - HOUR)
    if failed.count() < WIDE:
        return
    if not mine.filter(kind=Event.Kind.SUCCESS, address=address_of(request), at__gte=at - KNOWN).exists():
        raise GUESSED


def count_failure(request: HttpRequest, user: AbstractBaseUser) -> None:
    """A wrong second factor counts like a wrong password: whoever tries it knows the password already."""
    AxesProxyHandler.user_login_failed(None, {NAME: user.get_username()}, request)


def old_password_failed(request: HttpRequest, user: AbstractBaseUser, at: datetime) -> None:
    """Who sits at an open desk guesses its owner's password no more often than at the door (ASVS 2.2.1)."""
    record(Event.Kind.FAILURE, user, request, at, "修改密码时原密码不符")
    count_failure(request, user)


def code_came_back(request: HttpRequest, user: AbstractBaseUser, at: datetime) -> None:
    """A used one-time code was tried again: it counts as wrong, and its owner is told by mail and here."""
    record(Event.Kind.FACTOR_FAILED, user, request, at, REUSED)
    count_failure(request, user)


def opens_again(request: HttpRequest, credentials: Mapping[str, Any] | None) -> datetime | None:
    """From when on another try is heard, where a lock by failures at this address says so."""
    rows = AccessAttempt.objects.filter(
        username=name_of(request, credentials), ip_address=address_of(request)
    )
    last = rows.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return localtime(last + settings.CONFIG.lockout) if last else None
