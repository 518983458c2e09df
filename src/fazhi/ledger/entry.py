"""An act's place in its case's chain: what came before, when it happened, when it was recorded."""

import re
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.ledger.canonical import Json
from fazhi.ledger.node import leaf

TIME = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
FIELDS = {
    "case": r'"(?P<case>[^"\\\x00-\x1f]{1,300})"',
    "digest": rf'"(?P<digest>{digest.PATTERN})"',
    "happened": rf'"(?P<happened>{TIME})"',
    "previous": rf'"(?P<previous>{digest.PATTERN})"',
    "recorded": rf'"(?P<recorded>{TIME})"',
    "sequence": r"(?P<sequence>[1-9][0-9]{0,14})",
}
"""Each field of an entry as canonical JSON writes it, in canonical order: regular expressions."""
HEADER = re.compile(",".join(f'"{name}":{pattern}' for name, pattern in FIELDS.items()).encode() + rb"\}")
"""An entry's canonical bytes after the opening brace; no value holds a quotation mark: it reads one way."""


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
        header = self.header()
        if not HEADER.fullmatch(header, 1):
            name = unreadable(header) or "case"
            wrong = f"{name} 的写法不对：{str(getattr(self, name))[:80]!r}"
            raise Fault("ledger.E020", wrong, "请按台账格式填写该项")

    def as_dict(self) -> dict[str, str | int]:
        """The entry as JSON."""
        return {name: getattr(self, name) for name in FIELDS}

    @classmethod
    def from_dict(cls, value: Json) -> "Entry":
        """The entry out of JSON; ``Fault`` where it has other fields or kinds."""
        if not isinstance(value, dict) or value.keys() != FIELDS.keys():
            raise Fault("ledger.E020", "记录的项目不全或多余", f"记录应有 {'、'.join(FIELDS)}")
        for name, each in value.items():
            if type(each) is not (int if name == "sequence" else str):
                raise Fault("ledger.E020", f"{name} 的类型不对", "sequence 应为整数，其余应为文本")
        return cls(**value)

    def header(self) -> bytes:
        """The canonical bytes of the entry, which are what is hashed.

        No value that is let in needs escaping; what is no text becomes one that is not let in.
        """
        return (
            f'{{"case":"{self.case}","digest":"{self.digest}","happened":"{self.happened}",'
            f'"previous":"{self.previous}","recorded":"{self.recorded}","sequence":{self.sequence}}}'
        ).encode("utf-8", "backslashreplace")

    def leaf(self) -> str:
        """The entry's own digest, which the next entry calls ``previous``.

        It is the entry's leaf in the Merkle tree, too, where that is of the chain's algorithm.
        """
        algorithm, _ = digest.read(self.previous)
        return digest.write(algorithm, leaf(digest.hasher(algorithm), self.header()))


def unreadable(line: bytes) -> str:
    """The name of the first field in a line or header that is not written as it must be, empty if none."""
    names = (n for n, p in FIELDS.items() if not re.search(f'[{{,]"{n}":{p}[,}}]'.encode(), line))
    return next(names, "")
