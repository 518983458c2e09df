"""Sealing free texts and parties' identities under a key for each subject, beside the chain."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fazhi import statement
from fazhi.cases import lawbook, vault
from fazhi.cases.models import Act, Secret, SubjectKey
from fazhi.ledger import envelope, sealed
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.sealed import NONCE, SALT, Sealed
from fazhi.row import insert_all, inserting


@dataclass(frozen=True)
class Seal:
    """A text sealed under a subject's key, for the place in the act named ``field``."""

    field: str
    held: Sealed

    @property
    def commitment(self) -> str:
        """What the chain holds in its place."""
        return self.held.commitment


def seal(subject: str, texts: Mapping[str, str], algorithm: Algorithm | None = None) -> tuple[Seal, ...]:
    """The texts of one subject sealed, each with nonce and salt of its own.

    ``algorithm`` is that of the chain that is to hold the commitments, by default that of new cases.
    """
    return under(_key(subject), subject, texts, algorithm or lawbook.algorithm()) if texts else ()


def enclosed(kind: str, known: Mapping[str, Any]) -> dict[str, str | bytes]:
    """The columns of an ``Enclosed`` row, under a new pseudonym that begins with what it is of."""
    subject = pseudonym(kind)
    (one,) = seal(subject, {subject: json.dumps(known, ensure_ascii=False)})
    held = one.held
    columns = {"nonce": held.nonce, "ciphertext": held.ciphertext}
    return {"subject": subject, "commitment": held.commitment, **columns}


def pseudonym(kind: str) -> str:
    """A name that says of what kind somebody is, and of nobody who."""
    return f"{kind}{secrets.token_hex(8)}"


def under(key: bytes, subject: str, texts: Mapping[str, str], algorithm: Algorithm) -> tuple[Seal, ...]:
    """The same with the subject's data key at hand."""
    return tuple(Seal(field, _sealed(text, subject, key, algorithm)) for field, text in texts.items())


def _sealed(text: str, subject: str, key: bytes, algorithm: Algorithm) -> Sealed:
    nonce, salt = secrets.token_bytes(NONCE), secrets.token_bytes(SALT)
    return sealed.seal(text.encode(), subject, key, nonce=nonce, salt=salt, algorithm=algorithm)


def keep(act: Act, seals: Iterable[Seal]) -> None:
    """Store what is sealed with the act it belongs to."""
    if rows := [_secret(act, one) for one in seals]:
        statement.run(*map(inserting, rows))


def keep_all(sealed_: Iterable[tuple[Act, tuple[Seal, ...]]]) -> None:
    """The same for many acts."""
    insert_all([_secret(act, one) for act, seals in sealed_ for one in seals])


def _secret(act: Act, one: Seal) -> Secret:
    return Secret(
        act=act,
        subject=one.held.subject,
        field=one.field,
        nonce=one.held.nonce,
        ciphertext=one.held.ciphertext,
        commitment=one.commitment,
    )


def _key(subject: str) -> bytes:
    """The subject's data key, made at its first use."""
    if held := vault.held(subject):
        return vault.wrapped(held).unwrap(vault.masters())
    key, row = made(subject)
    statement.run(inserting(row))
    return key


def made(subject: str) -> tuple[bytes, SubjectKey]:
    """A new data key with the row that keeps it, wrapped and not stored yet."""
    key = secrets.token_bytes(vault.KEY)
    wrapped = envelope.wrap(key, subject, vault.masters(), vault.current(), nonce=secrets.token_bytes(NONCE))
    row = SubjectKey(
        subject=subject, master=wrapped.master, nonce=wrapped.nonce, ciphertext=wrapped.ciphertext
    )
    return key, row
