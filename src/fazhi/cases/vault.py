"""Opening what is sealed: keys from the installation's own folder, data as the chain committed to it."""

import os
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from fazhi.cases.models import Secret, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger import envelope
from fazhi.ledger.envelope import WrappedKey
from fazhi.ledger.sealed import Sealed

KEY = 32
SUFFIX = ".master"


def masters() -> Mapping[str, bytes]:
    """The master keys by name, from ``keys/*.master``; the newest name is the one in use."""
    return _masters(settings.HOME / "keys")


@cache
def _masters(folder: Path) -> Mapping[str, bytes]:
    if not any(folder.glob(f"*{SUFFIX}")):
        _write(folder / f"m0001{SUFFIX}")
    return {path.stem: path.read_bytes() for path in sorted(folder.glob(f"*{SUFFIX}"))}


def _write(path: Path) -> None:
    """A new key, readable by its owner only; who comes second uses the first one's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY))
    except FileExistsError:
        pass


def add_master() -> str:
    """A further master key, in use from now on; gives its name (轮换主密钥)."""
    folder = settings.HOME / "keys"
    name = f"m{int(current()[1:]) + 1:04d}"
    _write(folder / f"{name}{SUFFIX}")
    _masters.cache_clear()
    return name


def current() -> str:
    """The name of the master key in use."""
    return max(masters())


def key_of(subject: str) -> bytes:
    """A subject's data key; ``Fault`` ledger.E063 where it was lawfully destroyed."""
    row = SubjectKey.objects.filter(subject=subject).first()
    if row is None:
        raise envelope.erased(subject)
    return wrapped(row).unwrap(masters())


def wrapped(row: SubjectKey) -> WrappedKey:
    """A stored key as the ledger knows it."""
    return WrappedKey(row.subject, row.master, bytes(row.nonce), bytes(row.ciphertext))


def opened(secret: Secret, data_key: bytes) -> str:
    """A sealed text, checked against what the chain committed to."""
    held = Sealed(secret.subject, bytes(secret.nonce), bytes(secret.ciphertext), secret.commitment)
    return held.open(data_key).decode()


def read(secrets_: list[Secret]) -> dict[str, str]:
    """Sealed texts by commitment; one whose key was destroyed is not among them."""
    found: dict[str, str] = {}
    keys: dict[str, bytes | None] = {}
    for secret in secrets_:
        if secret.subject not in keys:
            keys[secret.subject] = _key_or_none(secret.subject)
        key = keys[secret.subject]
        if key is not None:
            found[secret.commitment] = opened(secret, key)
    return found


def _key_or_none(subject: str) -> bytes | None:
    try:
        return key_of(subject)
    except Fault as fault:
        if fault.code != "ledger.E063":
            raise
        return None
