"""The code 验证码 that shows whose the contact is: six digits, short-lived, kept as a keyed digest alone."""

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings

DIGITS = 6
LIFE = timedelta(minutes=10)
"""Long enough to fetch the phone and to type slowly; a further code is one button away."""
TRIES = 5
"""Wrong ones for each code; with five codes an hour, 25 guesses an hour at a million codes."""


def make() -> str:
    """A new code."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def kept(code: str, ticket: str) -> str:
    """What is stored of a code that was asked for by the page with a ``ticket``."""
    return hmac.new(settings.SECRET_KEY.encode(), f"portal code {ticket} {code}".encode(), sha256).hexdigest()


def fits(typed: str, ticket: str, stored: str) -> bool:
    """Whether a typed code is the one that was kept; how long it takes tells nothing."""
    return hmac.compare_digest(kept("".join(typed.split()), ticket), stored)
