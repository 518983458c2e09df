"""Guessing ends: a name is locked at an address after too many failures, whether or not it exists."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.timezone import localtime

from fazhi.fault import Fault
from fazhi.identity.client import address_of

NAME = "username"


def name_of(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """What stands for a tried name in the count of failures: a digest, for it may be a password."""
    tried = (credentials or {}).get(NAME) or request.POST.get(NAME, "")
    return salted_hmac("fazhi.identity.lockout", str(tried).casefold()).hexdigest()


def refusal(request: HttpRequest, credentials: Mapping[str, Any] | None) -> Fault:
    """Why the door stays shut, and from when on another try is heard."""
    again = _again(request, credentials)
    when = f"{again:%H:%M} 之后" if again else "稍后"
    return Fault(
        "identity.E001", "登录失败次数过多，暂时不能登录", f"请在{when}再试；忘记密码的，请由管理员重新设置"
    )


def demand_open(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Refuse a second factor, too, from somebody who is locked."""
    credentials = {NAME: user.get_username()}
    if not AxesProxyHandler.is_allowed(request, credentials):
        raise refusal(request, credentials)


def count_failure(request: HttpRequest, user: AbstractBaseUser) -> None:
    """A wrong second factor counts like a wrong password: whoever tries it knows the password already."""
    AxesProxyHandler.user_login_failed(None, {NAME: user.get_username()}, request)


def _again(request: HttpRequest, credentials: Mapping[str, Any] | None) -> datetime | None:
    rows = AccessAttempt.objects.filter(
        username=name_of(request, credentials), ip_address=address_of(request)
    )
    last = rows.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return localtime(last + settings.CONFIG.lockout) if last else None
