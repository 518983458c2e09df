"""The code 查询码 by which an applicant alone finds the own application: made from the request, kept hashed.

The same request gives the same code, so that a page sent twice, or loaded again, shows it again.
"""

import hmac
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

from fazhi.documents.code import ALPHABET, LENGTH, read


def of(key: str) -> str:
    """The code of a request with a random ``key``; nobody makes it without the installation's secret."""
    mac = hmac.new(settings.SECRET_KEY.encode(), f"portal:{key}".encode(), sha256).digest()
    number = int.from_bytes(mac)
    return "".join(ALPHABET[number // len(ALPHABET) ** n % len(ALPHABET)] for n in range(LENGTH))


def kept(code: str) -> str:
    """What is stored of a code."""
    return make_password(code)


def fits(typed: str, stored: str | None) -> bool:
    """Whether a typed code is the one that was kept; as slow where nothing was."""
    if stored is None:
        make_password(read(typed))
        return False
    return check_password(read(typed), stored)


def shown(code: str) -> str:
    """A code in groups of four, as people read it out.

    >>> shown("2KFM8QXT7HNW")
    '2KFM-8QXT-7HNW'
    """
    return "-".join(code[n : n + 4] for n in range(0, LENGTH, 4))
