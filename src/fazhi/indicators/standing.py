"""How frozen figures stand beside what the same periods come to now."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from fazhi.indicators.models import Snapshot
from fazhi.indicators.period import Period
from fazhi.indicators.reading import Count, shown
from fazhi.packs.indicator_entry import IndicatorEntry, Unit

SAME = ("numerator", "denominator", "definition", "option", "rows")


@dataclass(frozen=True)
class Frozen:
    """A period's first frozen figure with the corrections made since, the last of which holds."""

    period: str
    holds: Snapshot
    earlier: tuple[Snapshot, ...]
    unit: Unit

    @property
    def value(self) -> Fraction | None:
        return value(self.holds, self.unit)

    @property
    def shown(self) -> str:
        return shown(self.value, self.unit)

    @property
    def were(self) -> list[tuple[Snapshot, str]]:
        """What was corrected, the latest first, each as it was shown."""
        return [(one, shown(value(one, self.unit), self.unit)) for one in reversed(self.earlier)]


def recent() -> list[Frozen]:
    """The district's figures of the period that was frozen last, as they hold; two queries."""
    rows = Snapshot.objects.filter(organ=None)
    newest = rows.order_by("-last", "first").values("first", "last").first()
    if newest is None:
        return []
    return list(_by_code(rows.filter(**newest).order_by("code", "sequence")).values())


def latest(code: str, organ: int | None, period: Period) -> Snapshot | None:
    """The frozen figure that holds for a period."""
    rows = Snapshot.objects.filter(code=code, organ=organ, first=period.first, last=period.last)
    return rows.order_by("sequence").last()


def same(one: Snapshot, other: Snapshot) -> bool:
    """Whether two figures agree in value, definition and every row."""
    return all(getattr(one, name) == getattr(other, name) for name in SAME)


def value(snapshot: Snapshot, unit: Unit) -> Fraction | None:
    """The value of a frozen figure; none where there was nothing to count."""
    return Count(snapshot.numerator, snapshot.denominator or 0).value(unit)


def frozen(indicator: IndicatorEntry, organ: int | None) -> list[Frozen]:
    """Every period of an office that was frozen, the oldest first."""
    rows = Snapshot.objects.filter(code=indicator.id, organ=organ).select_related("person")
    held: dict[tuple[object, object], list[Snapshot]] = {}
    for row in rows.order_by("last", "first", "sequence"):
        held.setdefault((row.first, row.last), []).append(row)
    return [_frozen(several, indicator.unit) for several in held.values()]


def held(organ: int | None, period: Period) -> dict[str, Frozen]:
    """The frozen figures of one office and period by the code of their indicator; one query."""
    rows = Snapshot.objects.filter(organ=organ, first=period.first, last=period.last)
    return _by_code(rows.order_by("code", "sequence"))


def _by_code(rows: Iterable[Snapshot]) -> dict[str, Frozen]:
    several = ((code, list(group)) for code, group in groupby(rows, lambda row: row.code))
    return {code: _frozen(group, Unit(group[-1].content["unit"])) for code, group in several}


def _frozen(several: Iterable[Snapshot], unit: Unit) -> Frozen:
    *earlier, holds = several
    return Frozen(holds.label, holds, tuple(earlier), unit)
