"""An entry with its act: one line of the exported ledger, which is canonical JSON as a whole."""

import re
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.entry import FIELDS, HEADER, Entry, unreadable

OPENING = b'{"act":'


@dataclass(frozen=True, slots=True)
class Record:
    """An entry and the canonical bytes of its act."""

    entry: Entry
    act: bytes

    def line(self) -> bytes:
        """The record as a line of the export, with its line feed.

        The act comes first, so that the entry's canonical bytes are the line's without the act.
        """
        return OPENING + self.act + b"," + self.entry.header()[1:] + b"\n"

    def holds(self, algorithm: Algorithm) -> bool:
        """Whether the act is the one that the entry's digest, made with this algorithm, names."""
        return digest.write(algorithm, digest.hasher(algorithm)(self.act)) == self.entry.digest


def split(line: bytes) -> tuple[bytes, re.Match[bytes]] | None:
    """The bytes of a line's act and the match of its entry's fields; none where the line is no record.

    ``"case"`` opens the entry, and cannot stand unescaped in a text after it: its last place counts.
    """
    line = line.removesuffix(b"\n")
    at = line.rfind(b',"case":')
    found = HEADER.fullmatch(line, at + 1)
    return (line[len(OPENING) : at], found) if found and line.startswith(OPENING) else None


def read(line: bytes) -> Record:
    """The record on a line; ``Fault`` naming the first field that is not written as it must be."""
    parts = split(line)
    if parts is None:
        raise Fault("ledger.E021", f"{unreadable(line) or 'act'} 不是台账记录的写法", "请使用台账导出的原文")
    fields = {name: parts[1][name].decode("utf-8", "replace") for name in FIELDS}
    sequence = int(fields.pop("sequence"))
    return Record(Entry(sequence=sequence, **fields), parts[0])
