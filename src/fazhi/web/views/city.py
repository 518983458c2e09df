"""The door of the city's unified identity (OpenID Connect)."""

from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from fazhi.identity.adapter.city import FAILED
from fazhi.office.guard import View, public


def _answered(view: View) -> View:
    """What an issuer that cannot be reached, or leaves out what it must say, comes to: a coded refusal."""

    def door(request: HttpRequest, provider_id: str) -> HttpResponseBase:
        try:
            return view(request, provider_id)
        except (RequestException, KeyError):
            raise FAILED from None

    return door


enter = public("nobody is logged in yet; leads on to the unified identity")(
    require_POST(_answered(views.login))
)
back = public("nobody is logged in yet; the unified identity sends people back here")(
    require_safe(_answered(views.callback))
)
