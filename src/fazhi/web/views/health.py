"""Whether this installation answers, whether it is ready, and its figures: for the operator's monitor."""

import secrets
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.fault import Fault
from fazhi.identity.client import valid
from fazhi.office.guard import public
from fazhi.web import condition, metrics

PROXIED = ("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded")


@public("a monitor has no log-in; the answer holds no data")
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """``{"database": true}`` with 200, or false with 503."""
    reached = condition.database_answers()
    return JsonResponse({"database": reached}, status=200 if reached else 503)


@public("a monitor has no log-in; the answer holds no data")
@require_safe
def readiness(_request: HttpRequest) -> JsonResponse:
    """Each check with true or false; 503 where requests should not come here."""
    found = condition.condition(timezone.now())
    return JsonResponse(found.as_dict(), status=200 if found.ready else 503)


@public("for this machine, and for who has the token; counts only")
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The figures as Prometheus reads them; ``web.E060`` for everybody else."""
    if not (_here(request) or _has_token(request)):
        remedy = "请在本机读取，或者设置 FAZHI_METRICS_TOKEN_FILE"
        raise Fault("web.E060", "运行指标只供本机或者持令牌者读取", remedy)
    return HttpResponse(metrics.page(timezone.now()), content_type="text/plain; version=0.0.4; charset=utf-8")


def _here(request: HttpRequest) -> bool:
    """Asked on this machine and not through its proxy, which passes on what comes from anywhere."""
    address = valid(request.META.get("REMOTE_ADDR", ""))
    proxied = any(name in request.headers for name in PROXIED)
    return address is not None and ip_address(address).is_loopback and not proxied


def _has_token(request: HttpRequest) -> bool:
    wanted, given = settings.CONFIG.metrics_token, request.headers.get("Authorization", "")
    return bool(wanted) and secrets.compare_digest(given.encode(), f"Bearer {wanted}".encode())
