"""A day's promise to the public: so many acts, under this root, over these signatures."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import key
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.key import Signer
from fazhi.ledger.keyring import Keyring, Period

SIGNED = "\n— "


@dataclass(frozen=True)
class Checkpoint:
    """The size and root of a ledger's tree on a day (ISO date), for the ledger named ``origin``.

    ``str`` of it is the text that is signed: for a person to read, and for software (C2SP tlog-checkpoint).

    >>> print(Checkpoint("演示区/台账", 2, bytes(32), "2026-03-02"), end="")
    演示区/台账
    2
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
    date 2026-03-02
    hash sha256
    """

    origin: str
    size: int
    root: bytes
    date: str
    algorithm: Algorithm = Algorithm.SHA256

    def __post_init__(self) -> None:
        key.checked_day(self.date)
        if not self.origin.strip() or not self.origin.isprintable() or self.size < 0 or len(self.root) != 32:
            raise _unreadable()

    def __str__(self) -> str:
        root = base64.b64encode(self.root).decode()
        return f"{self.origin}\n{self.size}\n{root}\ndate {self.date}\nhash {self.algorithm}\n"


@dataclass(frozen=True)
class Signature:
    """One key's signature over a checkpoint, with the key's name and id."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64.b64encode(self.key_id + self.value).decode()}\n"


@dataclass(frozen=True)
class Note:
    """A checkpoint with its signatures, as published; ``str`` of it is the text of the file."""

    checkpoint: Checkpoint
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.checkpoint}\n{''.join(map(str, self.signatures))}"

    def verify(self, keyring: Keyring) -> Checkpoint:
        """The checkpoint, if a known key signed it while in use and no known key's signature fails.

        ``Fault`` otherwise. Unknown keys are passed over, so that a new key can sign beside an old one.
        """
        text, day = str(self.checkpoint).encode(), self.checkpoint.date
        for signature, periods in self._known(keyring):
            signers = [p for p in periods if p.verifier.verify(text, signature.value)]
            if not signers:
                remedy = "存证点被改过，请重新下载并与他人所存核对"
                raise Fault("ledger.E042", f"{signature.name} 的签名不成立", remedy)
            if not any(p.covers(day) for p in signers):
                wrong = f"{signature.name} 的密钥在 {day} 未启用或已停用"
                raise Fault("ledger.E043", wrong, "请与签名机关核实该存证点")
        return self.checkpoint

    def _known(self, keyring: Keyring) -> list[tuple[Signature, list[Period]]]:
        """The signatures of known keys: those that this machine can check, if there are any."""
        named = [(s, list(keyring.named(s.name, s.key_id))) for s in self.signatures]
        known = [(signature, periods) for signature, periods in named if periods]
        if not known:
            raise Fault("ledger.E041", "存证点没有已知密钥的签名", "请取得签名机关公布的公钥后再核验")
        return [(s, periods) for s, periods in known if all(p.verifier.usable for p in periods)] or known


def sign(checkpoint: Checkpoint, *signers: Signer) -> Note:
    """The checkpoint signed by one key, or by an old and a new one at once."""
    text = str(checkpoint).encode()
    return Note(
        checkpoint,
        tuple(Signature(s.verifier.name, key.key_id(s.verifier), s.sign(text)) for s in signers),
    )


def read(text: str) -> Note:
    """The note that a published text gives; ``Fault`` where one byte of it would be written otherwise."""
    body, _, signatures = text.partition(SIGNED)
    try:
        note = Note(_checkpoint(body), tuple(_signatures("— " + signatures)))
    except (ValueError, KeyError):
        raise _unreadable() from None
    if str(note) != text:
        raise _unreadable()
    return note


def _checkpoint(body: str) -> Checkpoint:
    origin, size, root, date, hash_ = body.removesuffix("\n").split("\n")
    algorithm = Algorithm(hash_.removeprefix("hash "))
    return Checkpoint(origin, int(size), base64.b64decode(root), date.removeprefix("date "), algorithm)


def _signatures(text: str) -> Iterator[Signature]:
    for line in text.removesuffix("\n").split("\n"):
        _, name, encoded = line.split(" ")
        raw = base64.b64decode(encoded)
        yield Signature(name, raw[:4], raw[4:])


def _unreadable() -> Fault:
    return Fault("ledger.E040", "不是存证点的写法", "请使用公布的存证点原文，不要改动空白和换行")
