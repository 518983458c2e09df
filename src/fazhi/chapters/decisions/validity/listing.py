"""A list of documents narrowed as an address asks: by state, issuer, year, office and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.chapters.decisions.validity.models import Document
from fazhi.chapters.decisions.validity.models.document import DocumentSet
from fazhi.chapters.decisions.validity.state import State

LONGEST = 80
YEARS = range(1949, 2200)
ENDS = (State.AMENDED, State.ABOLISHED, State.LAPSED)
OVER = "over"
"""Every way of no longer being in force, as one choice."""
STATES = (
    (State.IN_FORCE.value, State.IN_FORCE.label),
    (OVER, "不再有效"),
    *((one.value, one.label) for one in State if one is not State.IN_FORCE),
)


@dataclass(frozen=True)
class Asked:
    """What narrows a list; what an address says wrongly is not asked."""

    words: str = ""
    state: str = ""
    issuer: str = ""
    year: int | None = None
    organ: int | None = None

    def among(self, rows: DocumentSet, day: date) -> DocumentSet:
        """The documents asked for, as they are on a day."""
        found = _of_state(rows, self.state, day).saying(self.words)
        wanted = {"issuer": self.issuer, "published_on__year": self.year, "organ": self.organ}
        return found.filter(**{name: value for name, value in wanted.items() if value})


def asked(query: Mapping[str, str]) -> Asked:
    """What an address asks for.

    >>> asked({"q": " 停车 ", "state": "x", "year": "2024"})
    Asked(words='停车', state='', issuer='', year=2024, organ=None)
    """
    state = query.get("state", "")
    return Asked(
        words=query.get("q", "")[:LONGEST].replace("\0", " ").strip(),
        state=state if state in dict(STATES) else "",
        issuer=query.get("issuer", "")[:120].replace("\0", ""),
        year=next((year for year in YEARS if str(year) == query.get("year")), None),
        organ=_number(query.get("organ", "")),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else None


def _of_state(rows: DocumentSet, state: str, day: date) -> DocumentSet:
    if state in (OVER, *ENDS):
        over = rows.ended(day)
        return over if state == OVER else over.filter(ended_as=state)
    if state == State.IN_FORCE:
        return rows.in_force(day)
    if state == State.STOPPED:
        return rows.standing(day).filter(stopped_on__lte=day)
    return rows.standing(day).filter(since__gt=day) if state == State.NOT_YET else rows


def issuers() -> list[str]:
    """Everybody who issued a document on the register."""
    return list(Document.objects.order_by("issuer").values_list("issuer", flat=True).distinct())


def years() -> list[int]:
    """The years in which documents on the register were published, the latest first."""
    return [day.year for day in Document.objects.dates("published_on", "year", order="DESC")]
