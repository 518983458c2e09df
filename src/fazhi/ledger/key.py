"""Keys that sign checkpoints: who signs and who can check, whatever the algorithm."""

import base64
import hashlib
from datetime import date
from typing import Protocol

from fazhi.fault import Fault


class Verifier(Protocol):
    """The public half of a key."""

    @property
    def name(self) -> str:
        """Whose key it is, as a person reads it; without blanks and without ``+``."""

    @property
    def public(self) -> bytes:
        """The kind of key and the public key, as the signed-note format (C2SP) encodes them."""

    @property
    def usable(self) -> bool:
        """Whether this machine can check the key's signatures."""

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Whether the signature is this key's over the text."""


class Signer(Protocol):
    """The private half of a key."""

    @property
    def verifier(self) -> Verifier:
        """The public half."""

    def sign(self, text: bytes) -> bytes:
        """The signature over the text."""


def key_id(verifier: Verifier) -> bytes:
    """The four bytes by which a signature names its key (C2SP signed-note)."""
    return hashlib.sha256(verifier.name.encode() + b"\n" + verifier.public).digest()[:4]


def write(verifier: Verifier) -> str:
    """A public key on one line, to be published: name, key id and key."""
    return f"{verifier.name}+{key_id(verifier).hex()}+{base64.b64encode(verifier.public).decode()}"


def checked_name(name: str) -> str:
    """The name of a key; ``Fault`` where it cannot stand in a signed note."""
    if not name or "+" in name or any(c.isspace() for c in name):
        raise Fault("ledger.E047", f"密钥名称 {name!r} 不能用", "密钥名称不能为空，不能含空白和加号")
    return name


def checked_day(text: str) -> str:
    """A day as ISO text; ``Fault`` where it is none."""
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise Fault("ledger.E040", f"日期 {text[:40]!r} 不对", "日期应形如 2026-03-02")
