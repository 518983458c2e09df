"""Opening what is sealed: keys from the installation's own folder, data as the chain committed to it."""

import json
import secrets
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from fazhi.cases.models import Enclosed, Secret, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger import envelope
from fazhi.ledger.envelope import WrappedKey
from fazhi.ledger.sealed import Sealed
from fazhi.office import keyfile
from fazhi.prepared import Prepared

KEY = 32
SUFFIX = ".master"
KEY_OF = Prepared(lambda subject: SubjectKey.objects.filter(subject=subject))


def masters() -> Mapping[str, bytes]:
    """The master keys by name, from ``*.master``; the newest name is the one in use."""
    if found := _masters(keyfile.changed()):
        return found
    _make(keyfile.folder(), 1)
    _masters.cache_clear()  # a file system may give two changes in quick succession the same time
    return _masters(keyfile.changed())


@lru_cache(maxsize=1)
def _masters(_changed: tuple[object, ...]) -> Mapping[str, bytes]:
    """Read again once a folder changed: a key added by one process is known to all."""
    return {path.stem: path.read_bytes() for path in keyfile.held(f"*{SUFFIX}")}


def _make(folder: Path, number: int) -> str:
    name = f"m{number:04d}"
    keyfile.keep(folder / f"{name}{SUFFIX}", secrets.token_bytes(KEY))
    return name


def add_master() -> str:
    """A further master key, in use from now on; gives its name (轮换主密钥)."""
    return _make(keyfile.folder(), int(current()[1:]) + 1)


def current() -> str:
    """The name of the master key in use."""
    return max(masters())


def key_of(subject: str) -> bytes:
    """A subject's data key; ``Fault`` ledger.E063 where it was lawfully destroyed."""
    row = held(subject)
    if row is None:
        raise envelope.erased(subject)
    return wrapped(row).unwrap(masters())


def held(subject: str) -> SubjectKey | None:
    """The row of a subject's data key, unless it has none or none any more."""
    return next(iter(KEY_OF.objects(subject)), None)


def wrapped(row: SubjectKey) -> WrappedKey:
    """A stored key as the ledger knows it."""
    return WrappedKey(row.subject, row.master, bytes(row.nonce), bytes(row.ciphertext))


def enclosed(row: Enclosed) -> bytes:
    """What a row encloses; ``Fault`` ledger.E063 where its key was lawfully destroyed."""
    found = Sealed(row.subject, bytes(row.nonce), bytes(row.ciphertext), row.commitment)
    return found.open(key_of(row.subject))


def known(row: Enclosed) -> dict[str, str]:
    """What a person said of themselves, by item; nothing where it was lawfully erased."""
    found: dict[str, str] = json.loads(enclosed(row)) if held(row.subject) else {}
    return found


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
