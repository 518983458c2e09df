"""After a new ``secret.key``: all second factors are sealed with it, so that the old one can be destroyed."""

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.db import transaction

from fazhi.identity.adapter.factor import UNREADABLE
from fazhi.identity.sealing import sealer

SEALED = ("secret", "seed")
"""What of a second factor is sealed: of a one-time code's, and of recovery codes."""


@transaction.atomic
def reseal_factors() -> int:
    """Give how many were sealed anew; ``Fault`` identity.E013 changes nothing where one opens with no key."""
    rows = [row for row in Authenticator.objects.select_for_update() if row.data.keys() & set(SEALED)]
    for row in rows:
        row.data |= {name: _again(row.data[name]) for name in SEALED if name in row.data}
        row.save(update_fields=["data"])
    return len(rows)


def _again(sealed: str) -> str:
    try:
        return sealer().rotate(sealed.encode()).decode()
    except InvalidToken:
        raise UNREADABLE from None
