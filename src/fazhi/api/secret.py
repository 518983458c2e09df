"""The text of a token: 256 bits of chance behind a mark that scanners of leaked secrets can look for."""

import secrets
from hashlib import sha256

MARK = "fazhi_"
BYTES = 32
START = len(MARK) + 6


def new() -> str:
    """A fresh token."""
    return MARK + secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """What is kept of it: one hash is enough, for nobody guesses 256 bits.

    >>> digest("fazhi_x")[:8]
    'cd56f7f3'
    """
    return sha256(token.encode("utf-8", "backslashreplace")).hexdigest()
