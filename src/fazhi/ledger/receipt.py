"""What a citizen takes home: proof that an act stands in the ledger, checkable without its keeper."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import canonical, checkpoint, digest, node, proof
from fazhi.ledger.canonical import Json
from fazhi.ledger.checkpoint import Checkpoint, Note
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.entry import Entry
from fazhi.ledger.keyring import Keyring
from fazhi.ledger.record import Record

FIELDS = {"act", "entry", "index", "path", "checkpoint"}


@dataclass(frozen=True)
class Receipt:
    """A record, its index in the ledger from 0, the path to a signed checkpoint's root, and the latter.

    ``act`` is the act's canonical bytes, none where the holder is to prove it but not to show it.
    """

    entry: Entry
    index: int
    path: tuple[bytes, ...]
    note: Note
    act: bytes | None = None

    @property
    def algorithm(self) -> Algorithm:
        """The algorithm of the case's chain; the tree's is that of the checkpoint."""
        return digest.read(self.entry.previous)[0]

    def verify(self, keyring: Keyring) -> Checkpoint:
        """The signed checkpoint that the act is under; ``Fault`` where anything does not hold."""
        signed = self.note.verify(keyring)
        hash_ = digest.hasher(signed.algorithm)
        if self.act is not None and not Record(self.entry, self.act).holds(self.algorithm):
            raise Fault("ledger.E051", "内容与回执所记的摘要不符", "请核对所附内容是否为出具回执时的原文")
        leaf = node.leaf(hash_, self.entry.header())
        if not proof.includes(hash_, leaf, self.index, signed.size, self.path, signed.root):
            raise Fault("ledger.E052", "该行为不在存证点之下", "回执被改过或不属于这个存证点，请申请核查")
        return signed

    def as_dict(self) -> dict[str, Json]:
        """The receipt as JSON: hashes in Base64, the checkpoint as its text."""
        return {
            "act": None if self.act is None else canonical.decode(self.act),
            "entry": self.entry.as_dict(),
            "index": self.index,
            "path": [base64.b64encode(each).decode() for each in self.path],
            "checkpoint": str(self.note),
        }


def from_dict(value: Json) -> Receipt:
    """The receipt out of its JSON; ``Fault`` where that is none."""
    if not isinstance(value, Mapping) or value.keys() != FIELDS:
        raise _unreadable()
    index, path, note, act = value["index"], value["path"], value["checkpoint"], value["act"]
    if type(index) is not int or not isinstance(note, str) or not isinstance(path, list):
        raise _unreadable()
    return Receipt(
        entry=Entry.from_dict(value["entry"]),
        index=index,
        path=tuple(_hash(each) for each in path),
        note=checkpoint.read(note),
        act=None if act is None else canonical.encode(act),
    )


def _hash(text: Json) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        raw = b""
    if len(raw) != 32 or base64.b64encode(raw).decode() != text:
        raise _unreadable()
    return raw


def _unreadable() -> Fault:
    return Fault("ledger.E050", "不是回执的写法", "请使用下载的回执原文")
