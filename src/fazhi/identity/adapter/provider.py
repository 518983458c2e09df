"""What this installation tells another system of the district about an official who logs in there."""

import secrets
from collections.abc import Iterable
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.contrib.auth.models import User
from django.utils import timezone

from fazhi.identity import signing
from fazhi.office.actor import actor_of
from fazhi.office.models import Appointment
from fazhi.office.models.validity import on
from fazhi.office.right import Right

SCOPES = {
    "openid": "登录身份（一个不变的编号）",
    "profile": "姓名和登录名",
    "email": "电子邮箱（已登记的）",
    "offices": "任职的机构、岗位",
}
"""What a system may ask for, in the words of the page of consent."""


class ProviderAdapter(DefaultOIDCAdapter):
    """Officials in office alone; who has left, or whose account is closed, is nobody here."""

    scope_display = SCOPES

    def generate_client_secret(self) -> str:
        return secrets.token_urlsafe(32)

    def list_private_keys(self, **_: object) -> list[Any]:
        """From the installation's key files, never from the settings."""
        return signing.keys()

    def get_signing_key(self) -> Any:
        return signing.keys()[-1]

    def get_claims(
        self, _purpose: str, user: User, client: Any, scopes: Iterable[str], **_: Any
    ) -> dict[str, Any]:
        """The subject, and of the rest what was asked for and agreed to."""
        actor = actor_of(user)
        asked = set(scopes) if actor.may(Right.READ) else set[str]()
        claims: dict[str, Any] = {"sub": self.get_user_sub(client, user)}
        if "profile" in asked:
            claims |= {"name": actor.name, "preferred_username": user.get_username()}
        if "email" in asked and user.email:
            claims |= {"email": user.email, "email_verified": False}
        if "offices" in asked:
            claims["offices"] = offices(user)
        return claims

    def get_user_by_sub(self, client: Any, sub: str) -> User | None:
        """The official of a code or a token, if still in office today."""
        user: User | None = super().get_user_by_sub(client, sub)
        return user if user and actor_of(user).may(Right.READ) else None


def offices(user: User) -> list[dict[str, str]]:
    """The posts held today, each with its organ; posts that are lent are not told."""
    held = Appointment.objects.filter(on(timezone.localdate()), person__user=user)
    return [
        {"organ": one.post.organ.code, "name": one.post.organ.full_name, "post": one.post.title,
         "role": one.post.role}
        for one in held.select_related("post__organ").order_by("post__organ", "post")
    ]  # fmt: skip
