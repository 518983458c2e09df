"""The secret half of every password's salt: a key that is not in the database (OWASP ASVS 4.0.3, 2.4.5).

Who takes the database alone cannot even begin to guess. A stored hash names its key by ``number``, made from
the key itself: a key that was lost is never mistaken for the one made in its place.
"""

import hmac
import secrets
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from fazhi.fault import Fault
from fazhi.office import keyfile

SUFFIX = ".pepper"
NAMES = f"[0-9][0-9][0-9][0-9]{SUFFIX}"
KEY = 32
DIGITS = 8


def peppers() -> Mapping[str, bytes]:
    """The keys by number, oldest first; the first one is made when it is needed."""
    if found := _peppers(keyfile.changed()):
        return found
    new()
    return _peppers(keyfile.changed())


@lru_cache(maxsize=1)
def _peppers(_changed: tuple[object, ...]) -> Mapping[str, bytes]:
    keys = [path.read_bytes() for path in keyfile.held(NAMES)]
    return {number(key): key for key in keys}


def new() -> str:
    """One more key, in use from now on; gives its number. Earlier ones stay: stored hashes name them."""
    held = keyfile.held(NAMES)
    following = int(held[-1].stem) + 1 if held else 1
    keyfile.keep(keyfile.folder() / f"{following:04d}{SUFFIX}", secrets.token_bytes(KEY))
    _peppers.cache_clear()  # a file system may give two changes in quick succession the same time
    return current()


def current() -> str:
    """The number of the key in use."""
    return list(peppers())[-1]


def number(key: bytes) -> str:
    """How stored hashes name a key.

    >>> number(bytes(32))
    '0f516d80'
    """
    return hmac.new(key, b"fazhi pepper", sha256).hexdigest()[:DIGITS]


def peppered(password: str, named: str) -> str:
    """What is hashed in a password's place; ``Fault`` identity.E018 where the key is not here."""
    key = peppers().get(named)
    if key is None:
        raise Fault(
            "identity.E018", f"服务器缺少核对密码所用的密钥 {named}", f"请由管理员放回原来的 *{SUFFIX} 文件"
        )
    return hmac.new(key, password.encode(), sha256).hexdigest()
