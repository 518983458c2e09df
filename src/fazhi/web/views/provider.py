"""Officials log in to the district's other systems with the account they have here (OpenID Connect Core 1.0).

The log-in library answers; each of its views is put behind a policy, a rate and the record of log-ins.
"""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.core.internal import ratelimit
from allauth.core.internal.httpkit import add_query_params, extract_basic_auth
from allauth.idp.oidc import views
from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.internal.oauthlib.utils import get_validator_context
from allauth.idp.oidc.models import Client
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.fault import Fault
from fazhi.identity.actions.record import record
from fazhi.identity.actions.token import without_refresh
from fazhi.identity.adapter.provider import SCOPES
from fazhi.identity.models import Event
from fazhi.office.guard import public, requires
from fazhi.office.right import Right

APP = "allauth.idp.oidc"
METADATA = "how other systems reach the log-in is public by its nature; it names nobody"
SYSTEM = "no person is here: a system proves itself by its secret and a code or token that it was given"
PKCE = Fault(
    "identity.E034",
    "对方系统的登录请求没有按 S256 方式使用 PKCE",
    "请告知该系统的管理员：code_challenge 必填，code_challenge_method 须为 S256",
)
NOT_REGISTERED = Fault(
    "identity.E036",
    "对方系统的返回地址与登记的不一致",
    "请告知该系统的管理员核对登记；登记由本系统的运维人员办理",
)
OFTEN = Fault("identity.E035", "同一网络地址短时间内的登录请求过多", "请过几分钟再试")


@public(METADATA)
@require_safe
def configuration(request: HttpRequest) -> JsonResponse:
    """What this installation can do for other systems, and where: only what it really does."""
    return JsonResponse(
        {
            "issuer": get_adapter().get_issuer(),
            "authorization_endpoint": _absolute(request, "authorization"),
            "token_endpoint": _absolute(request, "token"),
            "userinfo_endpoint": _absolute(request, "userinfo"),
            "revocation_endpoint": _absolute(request, "revoke"),
            "jwks_uri": _absolute(request, "jwks"),
            "scopes_supported": list(SCOPES),
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code"],
            "code_challenge_methods_supported": ["S256"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "claims_supported": ["sub", "name", "preferred_username", "email", "email_verified", "offices"],
        }
    )


def _absolute(request: HttpRequest, name: str) -> str:
    return request.build_absolute_uri(reverse(f"idp:oidc:{name}"))


jwks = public(METADATA)(views.jwks)


@requires(Right.READ)
@csrf_exempt
@require_http_methods(["GET", "POST"])
def authorization(request: HttpRequest) -> HttpResponse:
    """The page on which an official agrees to be named to another system, and the way back to it.

    Free of the general check of forms, because a system may send its request as one; the library itself
    checks the form of consent.
    """
    if not ratelimit.consume(request, app=APP, action="authorize", limit_get=True):
        raise OFTEN
    if request.method == "GET" or "request" in request.POST:
        _demand_strict(request)
    if _silently(request):
        return _unasked(request)
    response: HttpResponse = views.authorization(request)
    if request.method == "POST" and "request" in request.POST:
        _note(request, response)
    return _led_back(response)


def _demand_strict(request: HttpRequest) -> None:
    """Refuse what the library would let pass: a way back with more in it, and a code without a challenge."""
    asked = request.GET
    if "\0" in asked.get("client_id", ""):
        raise NOT_REGISTERED
    client = _client(request)
    if client and asked.get("redirect_uri") not in client.get_redirect_uris():
        raise NOT_REGISTERED
    if client and not (asked.get("code_challenge") and asked.get("code_challenge_method") == "S256"):
        raise PKCE


def _silently(request: HttpRequest) -> bool:
    """Whether a registered system wants an answer without a page: it would ride on another's consent."""
    return "none" in request.GET.get("prompt", "").split() and _client(request) is not None


def _unasked(request: HttpRequest) -> HttpResponse:
    """Nobody is named unasked (OpenID Connect Core 3.1.2.6)."""
    told = {"error": "interaction_required", "state": request.GET.get("state", "")}
    return HttpResponseRedirect(add_query_params(request.GET["redirect_uri"], told))


def _client(request: HttpRequest) -> Client | None:
    return Client.objects.filter(pk=request.GET.get("client_id", "")).first()


def _note(request: HttpRequest, response: HttpResponse) -> None:
    """Agreed, or not: on record with the system's name."""
    if response.status_code != 302:
        return
    agreed = "code=" in urlsplit(response["Location"]).query
    client = _client(request)
    kind = Event.Kind.GRANTED if agreed else Event.Kind.DECLINED
    record(kind, request.user, request, timezone.now(), client.name if client else "")


def _led_back(response: Any) -> HttpResponse:
    """Browsers hold the whole way of a form to the policy: the form of consent leads on to its system."""
    context = getattr(response, "context_data", None)
    if context:
        back = (urlsplit(one) for one in context["client"].get_redirect_uris())
        response._csp_update = {"form-action": sorted({f"{url.scheme}://{url.netloc}" for url in back})}
    elif response.status_code == 200:
        response.status_code = 400
    return response  # type: ignore[no-any-return]


@public(SYSTEM)
@csrf_exempt
@never_cache
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """A code for an identity; what is refused is on record without what was tried."""
    if not ratelimit.consume(request, app=APP, action="token"):
        return JsonResponse({"error": "temporarily_unavailable"}, status=429)
    if request.POST.get("grant_type") != Client.GrantType.AUTHORIZATION_CODE:
        return JsonResponse({"error": "unsupported_grant_type"}, status=400)
    response = _answer(views.token, request)
    if response.status_code == 200:
        return JsonResponse(without_refresh(json.loads(response.content)))
    known = [one.name for one in get_validator_context().clients.values() if one]
    record(Event.Kind.CLIENT_REFUSED, None, request, timezone.now(), "、".join(known))
    return response


@public(SYSTEM)
@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def userinfo(request: HttpRequest) -> HttpResponse:
    return _answer(views.user_info, request)


@public(SYSTEM)
@csrf_exempt
@never_cache
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    return _answer(views.revoke, request)


def _answer(view: Callable[[HttpRequest], HttpResponse], request: HttpRequest) -> HttpResponse:
    """The library's answer; it is not asked about what no system was ever given."""
    given = (*request.GET.values(), *request.POST.values(), *extract_basic_auth(request.headers))
    if all(one.isprintable() for one in given if one):
        return view(request)
    return JsonResponse({"error": "invalid_request"}, status=400)
