"""Where a ledger was altered: the line, the case, the act and the field, as far as hashes can tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.ledger.entry import unreadable
from fazhi.ledger.head import Head
from fazhi.ledger.record import Record, split

REMEDY = "请封存该台账及其备份，与公布的存证点和他人所持回执核对"

ALTERED = {True: "act", False: "digest", None: "act,digest"}


@dataclass(eq=False, kw_only=True)
class Breach(Fault):
    """A break of the ledger, with its place: ``line`` from 1, 0 where none; ``sequence`` 0 where unknown."""

    line: int = 0
    case: str = ""
    sequence: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A record as it stands in a file, with its line and its own digest as it is now."""

    line: int
    record: Record
    leaf: str

    def at(self, code: str, field: str, what: str) -> Breach:
        """A break at one of the record's fields."""
        entry = self.record.entry
        return place(code, entry.case, Head(entry.sequence, self.leaf, self.line), field, what)


def shape(line: int, text: bytes) -> Breach:
    """A line that is no record."""
    field = unreadable(text) or "act"
    wrong = f"第 {line} 行的 {field} 不是台账记录的写法"
    return Breach("ledger.E021", wrong, REMEDY, line=line, field=field)


def place(code: str, case: str, head: Head, field: str, what: str) -> Breach:
    """A break at an entry that is known by its place alone."""
    where = f"第 {head.line} 行，" if head.line else ""
    wrong = f"{where}案件 {case} 第 {head.sequence} 个行为：{what}"
    return Breach(code, wrong, REMEDY, line=head.line, case=case, sequence=head.sequence, field=field)


def cut(case: str, expected: Head, found: Head | None) -> Breach:
    """A chain that does not end where it is known to have ended."""
    at = found.sequence if found else 0
    if at != expected.sequence:
        return place("ledger.E025", case, expected, "sequence", f"应为最后一个行为，台账却止于第 {at} 个")
    return place("ledger.E025", case, found or expected, "entry", "与所记的最后一个行为不符")


def explain(link: Link, before: Head | None, rest: Iterable[bytes]) -> Breach:
    """What was altered, given a record that does not hold or does not follow the one before it in its case.

    The next record of the case, sought in the rest of the file, testifies which of two sides is the old one.
    """
    entry = link.record.entry
    expected = before.sequence + 1 if before else 1
    if entry.sequence != expected:
        what = f"序号应为 {expected}，有行为被删去、插入、调换或序号被改"
        return link.at("ledger.E023", "sequence" if before else "case,sequence", what)
    sound = _testifies(link, rest)
    if not link.record.holds(digest.read(link.leaf)[0]):
        return link.at("ledger.E022", ALTERED[sound], "内容与其摘要不符")
    if before is None:
        return link.at("ledger.E024", "case,previous" if sound is None else "previous", "首个行为与案号不符")
    if sound:
        what = "登记后被改写（后一行为记着它原来的摘要）"
        return place("ledger.E024", entry.case, before, "entry", what)
    doubt = f"，二者之一被改，前者在第 {before.line} 行" if sound is None else ""
    return link.at("ledger.E024", "previous", f"与前一行为的摘要不符{doubt}")


def _testifies(link: Link, rest: Iterable[bytes]) -> bool | None:
    """Whether the next record of the case names this one as it now is; none where no next one is found."""
    case = link.record.entry.case.encode()
    for line in rest:
        parts = split(line)
        if parts and parts[1]["case"] == case:
            return parts[1]["previous"].decode() == link.leaf
    return None
