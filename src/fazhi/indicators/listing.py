"""The rows behind a figure: all are counted, the reader sees those they may, the others are numbered."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from fazhi.cases import policy
from fazhi.indicators import population
from fazhi.indicators.criterion import Terms
from fazhi.indicators.population import IN, Rows
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.packs.indicator_entry import IndicatorEntry


@dataclass(frozen=True)
class Listing:
    """Rows with ``out`` and ``fits``, in a fixed order, and how many more the reader may not see."""

    rows: Rows
    hidden: int


def listing(indicator: IndicatorEntry, terms: Terms, option: str, organ: int | None, actor: Actor) -> Listing:
    """The rows of an office, or of the district, as one reader may see them; none for a stranger."""
    rows = _of(indicator, terms, option, organ)
    seen = _visible(indicator, rows, actor)
    return Listing(seen, rows.count() - seen.count())


def digest(indicator: IndicatorEntry, terms: Terms, option: str, organ: int | None) -> str:
    """SHA-256 over every row that is counted, with how: two figures agree in their rows or they do not."""
    hashed = sha256()
    for line in _lines(indicator, _of(indicator, terms, option, organ).filter(out=IN)):
        hashed.update(f"{line}\n".encode())
    return hashed.hexdigest()


def _lines(indicator: IndicatorEntry, rows: Rows) -> Iterator[str]:
    late = ("case__number", "name") if indicator.population.late else ()
    names = late or (("number",) if indicator.population.cases else ("edition_id", "key"))
    names = (*names, "fits", *(("span",) if indicator.span else ()))
    return ("\t".join(map(str, row)) for row in rows.values_list(*names).iterator(2_000))


def _of(indicator: IndicatorEntry, terms: Terms, option: str, organ: int | None) -> Rows:
    rows = population.rows(indicator, terms, option).order_by("pk")
    return rows if organ is None else rows.filter(place=organ)


def _visible(indicator: IndicatorEntry, rows: Rows, actor: Actor) -> Rows:
    if indicator.population.late:
        return rows.filter(case__in=policy.visible(actor).order_by().values("pk"))
    if indicator.population.cases:
        return rows.filter(pk__in=policy.visible(actor).order_by().values("pk"))
    return rows if actor.may(Right.READ) else rows.none()
