"""Case numbers 案号: given in order, in the transaction that opens the case."""

from collections import Counter
from collections.abc import Sequence

from fazhi.cases.models import Series
from fazhi.office.models import Organ
from fazhi.procedure.edition import Edition
from fazhi.row import add


def reserve(organ: Organ, edition: Edition, year: int) -> str:
    """The next number of an organ's series; rolled back with the case, so that the series has no gap."""
    return _number(organ, edition, year, _move(organ, edition, year, 1))


def reserve_many(wanted: Sequence[tuple[Organ, Edition]], year: int) -> list[str]:
    """Numbers for many cases at once, in their order."""
    counts = Counter((organ.pk, edition.id) for organ, edition in wanted)
    first = {
        (organ.pk, edition.id): _move(organ, edition, year, counts[organ.pk, edition.id])
        - counts[organ.pk, edition.id]
        for organ, edition in {(o.pk, e.id): (o, e) for o, e in wanted}.values()
    }
    given: Counter[tuple[int, str]] = Counter()
    numbers = []
    for organ, edition in wanted:
        key = (organ.pk, edition.id)
        given[key] += 1
        numbers.append(_number(organ, edition, year, first[key] + given[key]))
    return numbers


def _move(organ: Organ, edition: Edition, year: int, by: int) -> int:
    """The last number of a series after ``by`` more are taken."""
    series = Series(organ=organ, procedure=edition.id, year=year, last=by)
    return add(series, ("organ", "procedure", "year"), "last")


def _number(organ: Organ, edition: Edition, year: int, number: int) -> str:
    return f"{organ.name}{edition.title}〔{year}〕{number}号"
