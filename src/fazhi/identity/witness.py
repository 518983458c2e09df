"""What the log-in libraries announce is put on record, from wherever it comes."""

from collections.abc import Mapping
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa import signals as factors
from axes.signals import user_locked_out
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth import signals as auth
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone

from fazhi.identity import first_password, lockout, notice
from fazhi.identity.actions import session as actions
from fazhi.identity.actions.record import record
from fazhi.identity.age import KEY, current
from fazhi.identity.models import Event

METHODS = {
    "password": "密码",
    "socialaccount": "统一身份认证",
    "totp": "动态口令",
    "webauthn": "通行密钥",
    "recovery_codes": "恢复码",
}


def listen() -> None:
    """Connect each announcement with its record."""
    auth.user_logged_in.connect(_logged_in)
    auth.user_login_failed.connect(_failed)
    auth.user_logged_out.connect(_logged_out)
    user_locked_out.connect(_locked)
    factors.authentication_failed.connect(_factor_failed)
    factors.authenticator_added.connect(_added)
    factors.authenticator_removed.connect(_removed)
    factors.authenticator_reset.connect(_reset)


def method_of(request: HttpRequest, user: AbstractBaseUser) -> str:
    """How a person proved who it is, each means once: 密码 + 动态口令."""
    used = [r.get("type") or r.get("method", "") for r in get_authentication_records(request, user)]
    return " + ".join(dict.fromkeys(METHODS.get(means, means) for means in used)) or METHODS["password"]


def _logged_in(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    method = method_of(request, user)
    for change in notice.since_last_log_in(user.pk):
        told = f"您的登录方式有变动：{notice.said(change)}；不是您办理的，请联系管理员"
        messages.warning(request, told, fail_silently=True)
    if METHODS["password"] in method and first_password.issued(user):
        request.session[first_password.KEY] = first_password.ISSUED
    request.session[KEY] = actions.begin(user, request, method, timezone.now()).pk


def _failed(credentials: Mapping[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """A try that brings the lock about, or is not heard because of it, is told by the lock."""
    if request is not None and not getattr(request, "axes_locked_out", False):
        record(Event.Kind.FAILURE, _named(credentials), request, timezone.now(), METHODS["password"])


def _locked(request: HttpRequest, **_: Any) -> None:
    user = _named(getattr(request, "axes_credentials", None) or {})
    record(Event.Kind.LOCKED, user, request, timezone.now())


def _logged_out(request: HttpRequest, user: AbstractBaseUser | None, **_: Any) -> None:
    row = current(request) if user else None
    if user and row:
        actions.end(row, Event.Kind.LOG_OUT, request, timezone.now(), user)


def _factor_failed(request: HttpRequest, user: AbstractBaseUser, authenticator: Any, **_: Any) -> None:
    record(Event.Kind.FACTOR_FAILED, user, request, timezone.now(), METHODS[authenticator.type])
    lockout.count_failure(request, user)


def _added(request: HttpRequest, user: AbstractBaseUser, authenticator: Any, **_: Any) -> None:
    record(Event.Kind.FACTOR_ADDED, user, request, timezone.now(), METHODS[authenticator.type])


def _removed(request: HttpRequest, user: AbstractBaseUser, authenticator: Any, **_: Any) -> None:
    record(Event.Kind.FACTOR_REMOVED, user, request, timezone.now(), METHODS[authenticator.type])


def _reset(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    record(Event.Kind.FACTOR_RESET, user, request, timezone.now())


def _named(credentials: Mapping[str, Any]) -> AbstractBaseUser | None:
    return person_named(str(credentials.get(lockout.NAME) or ""))


def person_named(tried: str) -> AbstractBaseUser | None:
    """The person behind a tried name; none where nobody has it."""
    name = tried.replace("\0", "")
    return get_user_model().objects.filter(username=name).first() if name else None
