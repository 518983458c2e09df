"""A system learns who somebody is once, at the log-in: it gets no token that lasts."""

from collections.abc import Mapping

from allauth.idp.oidc.models import Token
from django.db import transaction


@transaction.atomic
def without_refresh(given: Mapping[str, object]) -> dict[str, object]:
    """The answer to a system without the refresh token that the library adds; what has expired goes, too."""
    lasting = str(given.get("refresh_token", ""))
    Token.objects.by_value(lasting).filter(type=Token.Type.REFRESH_TOKEN).delete()
    Token.objects.expired().delete()
    return {name: value for name, value in given.items() if name != "refresh_token"}
