"""When a closed file is due to be handed over: nothing is counted before the district has answered."""

from dataclasses import dataclass

from fazhi.cases import lawbook
from fazhi.cases.store import File
from fazhi.chapters.decisions.archive.models import Term
from fazhi.chapters.decisions.archive.standing import began
from fazhi.law.last_day import LastDay, last_day
from fazhi.law.period import Period
from fazhi.law.unit import Unit

ASKED = "区政府办公室（河东区的移交期限没有读到；市级三十日、他区十日都不是河东的）"


@dataclass(frozen=True)
class Due:
    """The answer that holds, and the day it gives for one file; both empty where there is none."""

    term: Term | None = None
    start: str = ""
    """The act from which it counts, by title."""
    day: LastDay | None = None


def due(file: File) -> Due:
    """The last day for handing a file over, by the organ's own answer; a last day of rest is not moved."""
    term = Term.objects.filter(organ=file.row.organ_id).order_by("pk").last()
    day = began(file, term.since) if term else None
    start = file.case.edition.words.act(term.since) if term else ""
    if term is None or day is None:
        return Due(term, start)
    period = Period(term.amount, Unit(term.unit))
    return Due(term, start, last_day(day, period, lawbook.days(), roll=False))
