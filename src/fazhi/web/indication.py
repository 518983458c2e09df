"""What an address asks of the indicators: which period, which office, which rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, QueryDict

from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.indicators import definitions
from fazhi.indicators.period import Period, containing, read
from fazhi.office.models import Organ
from fazhi.packs.indicator_entry import IndicatorEntry
from fazhi.registers.models import Register

YEARS = 3
SHOWN = (("", "全部"), ("fits", "符合"), ("rest", "不符合"), ("out", "不计入"))


@dataclass(frozen=True)
class Asked:
    """A period and an office; ``None`` for the whole district."""

    period: Period
    organ: Organ | None
    today: date

    @property
    def place(self) -> int | None:
        return self.organ.pk if self.organ else None

    @property
    def where(self) -> str:
        """Whose figure it is, in words."""
        return self.organ.name if self.organ else "全区"

    @property
    def query(self) -> str:
        """The same question in an address."""
        return f"period={self.period.code}" + (f"&organ={self.organ.code}" if self.organ else "")


def asked_of(query: QueryDict, today: date) -> Asked:
    """The question of an address; what it says wrongly is not asked."""
    organ = Organ.objects.filter(code=query.get("organ", "")[:40].replace("\0", "")).first()
    try:
        return Asked(read(query.get("period", "") or containing(today).code), organ, today)
    except Fault:
        return Asked(containing(today), organ, today)


def found(code: str, asked: Asked) -> IndicatorEntry:
    """An indicator as it was defined at the end of the period, else as it is today."""
    for day in (min(asked.period.last, asked.today), asked.today):
        known = {one.id: one for one in definitions.on(day)}
        if code in known:
            return known[code]
    raise Http404


def periods(asked: Asked) -> Iterable[Period]:
    """The periods to choose from: some years with their halves and quarters, and the one that is asked."""
    offered = [
        one
        for year in range(asked.today.year, asked.today.year - YEARS, -1)
        for one in map(read, (str(year), *(f"{year}{part}" for part in ("H1", "H2", "Q1", "Q2", "Q3", "Q4"))))
        if one.first <= asked.today
    ]
    return offered if asked.period in offered else [asked.period, *offered]


def offices() -> QuerySet[Organ]:
    """The organs of which anything can be counted."""
    cases = Case.objects.filter(organ=OuterRef("pk"), procedure__in=definitions.counted())
    lists = Register.objects.filter(organ=OuterRef("pk"))
    return Organ.objects.filter(Q(Exists(cases)) | Q(Exists(lists)))
