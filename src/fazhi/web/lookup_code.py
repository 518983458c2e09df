"""The code by which somebody without a log-in finds again what they sent: made from the form's own key.

The same form sent twice gives the same code, and nothing that could be read out of the database.
"""

import hmac
from hashlib import sha256

from django.conf import settings

from fazhi.documents import code


def code_of(key: str) -> str:
    """The code of a form, in groups of four."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"code {key}".encode(), sha256).digest()
    chances = iter(range(code.LENGTH))
    return _grouped(code.make(lambda base: int.from_bytes(made) // base ** next(chances) % base))


def _grouped(text: str) -> str:
    return "-".join(text[n : n + 4] for n in range(0, len(text), 4))
