"""An act's place in its case's chain: what came before, when it happened, when it was recorded."""

import re
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import canonical, digest
from fazhi.ledger.canonical import Json
from fazhi.ledger.node import leaf

TIME = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
FIELDS = {
    "case": r'"(?P<case>[^"\\\x00-\x1f]{1,200})"',
    "digest": rf'"(?P<digest>{digest.PATTERN})"',
    "happened": rf'"(?P<happened>{TIME})"',
    "previous": rf'"(?P<previous>{digest.PATTERN})"',
    "recorded": rf'"(?P<recorded>{TIME})"',
    "sequence": r"(?P<sequence>[1-9][0-9]{0,14})",
}
"""Each field of an entry as canonical JSON writes it, in canonical order: regular expressions."""
HEADER = ",".join(f'"{name}":{pattern}' for name, pattern in FIELDS.items())


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a case's chain.

    ``previous`` is the digest of the entry before it (of the case's number for the first), ``digest`` that of
    the act's canonical bytes. ``happened`` is the date or time in law, ``recorded`` the time of recording:
    ISO texts as given. ``Fault`` where a field is not written so.
    """

    case: str
    sequence: int
    previous: str
    digest: str
    happened: str
    recorded: str

    def __post_init__(self) -> None:
        for name, value in self.as_dict().items():
            if not re.fullmatch(FIELDS[name], f'"{value}"' if isinstance(value, str) else str(value)):
                raise Fault("ledger.E020", f"{name} 的写法不对：{str(value)[:80]!r}", "请按台账格式填写该项")

    def as_dict(self) -> dict[str, str | int]:
        """The entry as JSON."""
        return {name: getattr(self, name) for name in FIELDS}

    @classmethod
    def from_dict(cls, value: Json) -> "Entry":
        """The entry out of JSON; ``Fault`` where it has other fields or kinds."""
        if not isinstance(value, dict) or value.keys() != FIELDS.keys():
            raise Fault("ledger.E020", "记录的项目不全或多余", f"记录应有 {'、'.join(FIELDS)}")
        return cls(**value)

    def header(self) -> bytes:
        """The canonical bytes of the entry, which are what is hashed."""
        return canonical.encode(self.as_dict())

    def leaf(self) -> str:
        """The entry's own digest: its leaf in the Merkle tree and what the next entry calls ``previous``."""
        algorithm, _ = digest.read(self.previous)
        return digest.write(algorithm, leaf(digest.hasher(algorithm), self.header()))
