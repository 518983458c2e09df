"""Second factors: the log-in library's own views, each behind a policy and under our addresses."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.account.internal.stagekit import unstash_login
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.http import HttpRequest, HttpResponseBase

from fazhi.identity.lockout import demand_open
from fazhi.identity.second_factor import before_second_factor, demanded, is_set_up
from fazhi.office.guard import public, requires
from fazhi.office.right import Right
from fazhi.web.desk import DeskRequest

View = Callable[..., HttpResponseBase]


class Factors(base.IndexView):  # type: ignore[misc]
    """A person's own second factors, and whether the post demands one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        request: DeskRequest = self.request
        lacking = demanded(request.actor) and not is_set_up(request.user)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"lacking": lacking}


@public("nobody is logged in yet; the password was right and the second factor is asked for")
def authenticate(request: HttpRequest) -> HttpResponseBase:
    """The second step of a log-in, not heard while the name is locked."""
    login = unstash_login(request, peek=True)
    if login and login.user:
        demand_open(request, login.user)
    response: HttpResponseBase = base.authenticate(request)
    return response


def _own(view: View) -> View:
    """A page of a person's own keys, open to every holder of a post even without a second factor yet."""
    return before_second_factor(requires(Right.READ)(view))


login_by_key = public("nobody is logged in yet")(keys.login_webauthn)
factors = _own(Factors.as_view())
confirm = _own(account.reauthenticate)
confirm_by_code = _own(base.reauthenticate)
confirm_by_key = _own(keys.reauthenticate_webauthn)
activate_totp = _own(totp.activate_totp)
deactivate_totp = _own(totp.deactivate_totp)
show_codes = _own(codes.view_recovery_codes)
generate_codes = _own(codes.generate_recovery_codes)
download_codes = _own(codes.download_recovery_codes)
list_keys = _own(keys.list_webauthn)
add_key = _own(keys.add_webauthn)
edit_key = _own(keys.edit_webauthn)
remove_key = _own(keys.remove_webauthn)
