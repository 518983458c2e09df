"""A public value nobody can know at the commitment: its source and day are named in advance."""

import base64
from dataclasses import dataclass
from datetime import date

from fazhi.draw import fields
from fazhi.fault import Fault
from fazhi.ledger.canonical import Json
from fazhi.ledger.checkpoint import Checkpoint


@dataclass(frozen=True, slots=True)
class Beacon:
    """The source (a ledger's name, a lottery, a beacon service) and the ISO day whose value will count."""

    source: str
    date: str

    def as_dict(self) -> dict[str, Json]:
        """The beacon as it is named in the statement."""
        return {"date": self.date, "source": self.source}

    def value(self, checkpoint: Checkpoint) -> str:
        """The root, in Base64, of the ledger's checkpoint that was named; ``Fault`` for another one."""
        if (checkpoint.origin, checkpoint.date) != (self.source, self.date):
            wrong = f"存证点是 {checkpoint.origin} {checkpoint.date}，事先指定的是 {self.source} {self.date}"
            raise Fault("draw.E030", wrong, "请使用事先指定的那一日的存证点")
        return base64.b64encode(checkpoint.root).decode()


def from_dict(value: Json) -> Beacon:
    """The beacon that JSON gives."""
    row = fields.read(value, "beacon ", {"source", "date"})
    return Beacon(row.text("source"), day(row.text("date"), "beacon "))


def day(text: str, place: str) -> str:
    """The text of a day that exists, as ISO writes it."""
    try:
        good = date.fromisoformat(text).isoformat() == text
    except ValueError:
        good = False
    if not good:
        raise Fault("draw.E008", f"{place}的日期 {text[:40]} 不是日期", "请写成 2026-12-01 的样子")
    return text
