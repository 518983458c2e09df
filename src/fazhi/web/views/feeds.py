"""An organ's calendar feed: its secret address, and giving it out or taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.duties import actions, export
from fazhi.office.guard import public, requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_POST
def issue(request: DeskRequest, code: str) -> HttpResponse:
    actions.issue(request.actor, get_object_or_404(Organ, code=code), timezone.now())
    messages.success(request, "已生成订阅地址，请复制到日历软件")
    return redirect("web:organ", code)


@requires(Right.READ)
@require_POST
def revoke(request: DeskRequest, code: str) -> HttpResponse:
    actions.revoke(request.actor, get_object_or_404(Organ, code=code), timezone.now())
    messages.success(request, "订阅地址已停用")
    return redirect("web:organ", code)


@public("a calendar program cannot log in; the token in the address is the key and can be revoked")
@require_safe
def feed(request: DeskRequest, token: str) -> HttpResponse:
    site = request.build_absolute_uri("/").rstrip("/")
    written = export.feed(token, site, timezone.now())
    return HttpResponse(written, content_type="text/calendar; charset=utf-8")
