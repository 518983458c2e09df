"""A password that was handed out, or that everybody knows, opens the door for its own replacement alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fazhi.fault import Fault
from fazhi.identity.models import Event
from fazhi.office.right import Right

LASTS = timedelta(days=7)
KEY = "first_password"
"""Where a browser's session keeps that it was opened with a password that must not stay, and why."""
ISSUED, COMMON = "issued", "common"
EXPIRED = Fault(
    "identity.E004",
    f"管理员发给的初始密码已超过 {LASTS.days} 天，不能再用",
    "请由管理员重新发给（fazhi office password 登录名）",
)
View = Callable[..., Any]


def issued(user: AbstractBaseUser) -> datetime | None:
    """When the password that holds was handed out; none where the person chose it."""
    kinds = (Event.Kind.ISSUED, Event.Kind.PASSWORD)
    last = Event.objects.filter(user_id=user.pk, kind__in=kinds).first()
    return last.at if last and last.kind == Event.Kind.ISSUED else None


def common(password: str) -> bool:
    """Whether a password is one of those that everybody tries first: lists grow after it was chosen."""
    try:
        _common().validate(password)
    except ValidationError:
        return True
    return False


@cache
def _common() -> CommonPasswordValidator:
    return CommonPasswordValidator()


def demand_fresh(user: AbstractBaseUser, at: datetime) -> None:
    """Refuse one that lay about too long."""
    since = issued(user)
    if since and at - since > LASTS:
        raise EXPIRED


def with_first_password(view: View) -> View:
    """Mark the view that may be used before the password is replaced."""
    view.with_first_password = True  # type: ignore[attr-defined]
    return view


class FirstPasswordMiddleware:
    """Lead whoever came in with such a password to the page where it is replaced."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args: Any, _kwargs: Any) -> HttpResponse | None:
        guarded = isinstance(getattr(view, "policy", None), Right)
        if not guarded or hasattr(view, "with_first_password") or not request.session.get(KEY):
            return None
        return redirect("web:password")
