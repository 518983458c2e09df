"""The city's unified identity opens the door to people on this district's list, and to no one else."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.identity.actions.record import record
from fazhi.identity.models import Event
from fazhi.office.models import Person

UNKNOWN = Fault(
    "identity.E020",
    "您已通过统一身份认证，但本系统没有登记与之对应的人员",
    "请由管理员登记人员和任职，登录名须与统一身份认证中的一致",
)
OTHER = Fault(
    "identity.E021",
    "这一登录名已经与统一身份认证的另一个账号对应",
    "请由管理员核对；确需改换的，由其执行 fazhi office factors 登录名 --reset",
)
FAILED = Fault(
    "identity.E022", "统一身份认证没有完成", "请重新登录；若再次出现，请用本系统的密码登录并告知管理员"
)


class CityAdapter(DefaultSocialAccountAdapter):
    """Maps a log-in at the unified identity to a person, by name at first, by its lasting subject then."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Tie the subject to the person whose log-in name it bears, once; refuse all others."""
        _demand_one_subject(sociallogin.account.extra_data)
        if sociallogin.is_existing:
            return
        person = _person(sociallogin.account.extra_data)
        if person is None:
            record(Event.Kind.REFUSED, None, request, timezone.now(), "没有对应的人员")
            raise UNKNOWN
        if SocialAccount.objects.filter(user=person.user).exists():
            record(Event.Kind.REFUSED, person.user, request, timezone.now(), "已与另一个账号对应")
            raise OTHER
        sociallogin.connect(request, person.user)

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: Any) -> Any:  # noqa: ARG002
        """Nobody is made from what the issuer says, so none of it is looked at."""
        return sociallogin.user

    def on_authentication_error(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        raise FAILED


def _demand_one_subject(data: dict[str, Any]) -> None:
    """Both answers of the issuer must speak of the same subject (OpenID Connect Core 5.3.2)."""
    subjects = {part["sub"] for part in (data.get("id_token"), data.get("userinfo")) if part}
    if len(subjects) != 1:
        raise FAILED


def _person(data: dict[str, Any]) -> Person | None:
    said = {**data.get("id_token", {}), **data.get("userinfo", {})} or data
    name = said.get(settings.CONFIG.oidc_claim)
    if not isinstance(name, str) or not name or "\0" in name:
        return None
    return Person.objects.select_related("user").filter(user__username=name, user__is_active=True).first()
