"""The keys with which checkpoints were signed over the years: old ones go on proving what they signed."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import ed25519, key, sm2
from fazhi.ledger.key import Verifier


@dataclass(frozen=True)
class Period:
    """A public key and the days on which it signed: ISO dates, both included; ``until`` empty if in use."""

    verifier: Verifier
    since: str
    until: str = ""

    def __post_init__(self) -> None:
        key.checked_day(self.since)
        if self.until:
            key.checked_day(self.until)

    def covers(self, day: str) -> bool:
        """Whether the key was in use on a day (ISO date)."""
        return self.since <= day and (not self.until or day <= self.until)

    def __str__(self) -> str:
        return f"{key.write(self.verifier)} {self.since} {self.until}".rstrip()


@dataclass(frozen=True)
class Keyring:
    """Public keys by period; ``str`` of it is the text to publish, one key a line."""

    periods: tuple[Period, ...] = ()

    def named(self, name: str, id_: bytes) -> Iterator[Period]:
        """The keys that a signature line may mean; the id is short, so that two may share one."""
        return (p for p in self.periods if p.verifier.name == name and key.key_id(p.verifier) == id_)

    def __str__(self) -> str:
        return "".join(f"{period}\n" for period in self.periods)


def read(text: str) -> Keyring:
    """The keyring that its published text gives; blank lines and those after ``#`` are skipped.

    >>> signer = ed25519.Ed25519Signer("demo", bytes(32))
    >>> ring = Keyring((Period(signer.verifier, "2026-01-01", "2026-12-31"),))
    >>> read(str(ring)) == ring
    True
    """
    return Keyring(tuple(_periods(text.splitlines())))


def _periods(lines: Iterable[str]) -> Iterator[Period]:
    for line in lines:
        if words := line.split("#")[0].split():
            if not 2 <= len(words) <= 3:
                raise _unreadable(line)
            yield Period(verifier(words[0]), *words[1:])


def verifier(text: str) -> Verifier:
    """The public key that one word names; ``Fault`` where it is none or its key id is another's."""
    try:
        name, id_, encoded = text.split("+", 2)
        found = _verifier(name, base64.b64decode(encoded, validate=True))
    except ValueError:
        raise _unreadable(text) from None
    if key.key_id(found).hex() != id_:
        raise _unreadable(text)
    return found


def _verifier(name: str, public: bytes) -> Verifier:
    if public.startswith(sm2.KIND):
        return sm2.Sm2Verifier(name, public.removeprefix(sm2.KIND))
    if public.startswith(ed25519.KIND):
        return ed25519.Ed25519Verifier(name, public.removeprefix(ed25519.KIND))
    raise ValueError("unknown kind of key")


def _unreadable(text: str) -> Fault:
    remedy = "每行应为 名称+编号+公钥 启用日期 停用日期"
    return Fault("ledger.E047", f"读不懂公钥：{text[:80]!r}", remedy)
