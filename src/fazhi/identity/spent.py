"""A one-time code opens once in its whole life, and whose code comes back is told (RFC 6238, 5.2).

The log-in library remembers a code for half a minute, in files that two requests at once may both pass; the
time step of the last code is kept beside the secret, and is asked and raised under the row's lock.
"""

from enum import Enum, auto

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import decrypt
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

STEP = "last_step"
"""Where the row keeps the time step of the last code that opened."""


class Code(Enum):
    """What a code is to a person's generator."""

    OTHER = auto()
    FRESH = auto()
    SPENT = auto()


@transaction.atomic
def spend(user: AbstractBaseUser, code: str) -> Code:
    """Use a code up; one of a step that opened already, or of one before it, is spent."""
    generators = Authenticator.objects.select_for_update().filter(type=Authenticator.Type.TOTP)
    row = generators.filter(user_id=user.pk).first()
    step = _step(row, code) if row else None
    if row is None or step is None:
        return Code.OTHER
    if step <= row.data.get(STEP, 0):
        return Code.SPENT
    row.data[STEP] = step
    row.save(update_fields=["data"])
    return Code.FRESH


def _step(row: Authenticator, code: str) -> int | None:
    """The time step whose code this is; none where it is no code of now."""
    secret = decrypt(row.data["secret"])
    for step in auth.yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=auth.format_hotp_value(auth.hotp_value(secret, step))):
            return int(step)
    return None
