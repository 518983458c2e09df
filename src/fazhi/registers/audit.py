"""The basis audit: every citation of every entry re-checked against the law in force on a day (20.1).

What is checked: that there is a basis, that it reads as a citation, that the statute is known and in force on
the day, that its articles exist (to the paragraph and item where the text is imported), and that an entry
which the law allows only laws, regulations or rules to carry does not rest on normative documents alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from fazhi.fault import Fault
from fazhi.law import document_number
from fazhi.law.resolution import Resolved
from fazhi.packs.register_entry import Column, Demand, Kind, RegisterEntry
from fazhi.registers.citations import split
from fazhi.registers.finding import FLAWS, Finding, Flaw
from fazhi.registers.shelf import Citations

BY_ORDER = "行政法规、规章以令公布，法律以主席令公布，地方性法规以公告公布"
STATE_COUNCIL = "国"
"""The first character of the State Council's and its offices' document numbers: 国发, 国函, 国办发."""


class Item(Protocol):
    """An entry as the audit reads it: of the database, or of a file not yet kept."""

    @property
    def key(self) -> str: ...

    @property
    def cells(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Audit:
    """What one audit found: how many entries it read, and everything wrong, in the order of the list."""

    day: date
    entries: int
    findings: tuple[Finding, ...]

    @property
    def flagged(self) -> int:
        """How many entries have anything wrong."""
        return len({finding.key for finding in self.findings})

    @property
    def counts(self) -> dict[Flaw, int]:
        """Entries by what is wrong with them; one with two flaws is in both."""
        pairs = {(finding.key, finding.flaw) for finding in self.findings}
        found = Counter(flaw for _, flaw in pairs)
        return {flaw: found[flaw] for flaw in Flaw if found[flaw]}

    def as_dict(self) -> dict[str, object]:
        """The audit for a machine."""
        return {
            "day": self.day.isoformat(),
            "entries": self.entries,
            "flagged": self.flagged,
            "counts": {flaw.value: count for flaw, count in self.counts.items()},
            "findings": [finding.as_dict() for finding in self.findings],
        }


def audit(kind: RegisterEntry, items: Iterable[Item], day: date) -> Audit:
    """Check entries of a register against the law in force on a day; one query for each statute cited."""
    held = list(items)
    columns = kind.of(Kind.BASIS, Kind.CITATION)
    citations = Citations((text for item in held for text in _cited(item, columns)), day)
    findings = [finding for item in held for finding in _findings(kind, item, columns, citations)]
    return Audit(day, len(held), tuple(findings))


def resolutions(kind: RegisterEntry, items: Sequence[Item], day: date) -> list[list[dict[str, str]]]:
    """For each entry how its citations resolved on a day: the edition meant, or the code of why not."""
    columns = kind.of(Kind.BASIS, Kind.CITATION)
    citations = Citations((text for item in items for text in _cited(item, columns)), day)
    return [[_resolution(text, citations) for text in _cited(item, columns)] for item in items]


def _resolution(text: str, citations: Citations) -> dict[str, str]:
    found = citations.of(text)
    if isinstance(found, Fault):
        return {"citation": text, "code": found.code, "wrong": found.wrong}
    return {"citation": text, "statute": found[0].statute.title, "edition": found[0].edition.id}


def _cited(item: Item, columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        yield from split(str(item.cells.get(column.id, "")))


def _findings(
    kind: RegisterEntry, item: Item, columns: Iterable[Column], citations: Citations
) -> Iterator[Finding]:
    sound: list[Resolved] = []
    for column in columns:
        texts = list(_cited(item, (column,)))
        if not texts and column.kind is Kind.BASIS:
            wrong = Fault("registers.E030", "没有写明依据", "请补充依据；确无法定依据的，该事项应予清理")
            yield Finding(item.key, column.title, Flaw.NONE, "", wrong)
        for text in texts:
            found = citations.of(text)
            if isinstance(found, Fault):
                yield Finding(item.key, column.title, FLAWS[found.code], text, found)
            elif column.kind is Kind.BASIS:
                sound += found
    yield from _rank(kind, item, sound)


def _rank(kind: RegisterEntry, item: Item, sound: Sequence[Resolved]) -> Iterator[Finding]:
    """An entry with a sound basis, none of which the law lets carry it."""
    for demand in kind.demands:
        if sound and _binds(demand, item) and all(_too_low(demand, one) for one in sound):
            column = kind.of(Kind.BASIS)[0].title
            cited = "、".join(dict.fromkeys(f"《{one.statute.title}》" for one in sound))
            yield Finding(item.key, column, Flaw.RANK, cited, _low(demand, cited))


def _binds(demand: Demand, item: Item) -> bool:
    return all(item.cells.get(name) in values for name, values in demand.where.items())


def _too_low(demand: Demand, cited: Resolved) -> bool:
    """Whether it was issued under a document number: laws, regulations and rules are promulgated by order."""
    number = document_number.read(cited.edition.document)
    if number is None or number.year is None:
        return False
    return not (demand.state_council and number.issuer.startswith(STATE_COUNCIL))


def _low(demand: Demand, cited: str) -> Fault:
    basis = f"{demand.basis.statute}{demand.basis.article}"
    return Fault(
        "registers.E031",
        f"只引用了以发文字号印发的规范性文件{cited}，这类事项须有{demand.accepts}依据",
        f"请补引{demand.accepts}；没有的，该事项应予清理（{BY_ORDER}，见立法法第七十七条、第九十六条）",
        basis,
    )
