"""Which acts of a case stand and what its facts say, in the form in which figures are read from them."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from fazhi.packs.criterion_check import KEPT
from fazhi.procedure import case as procedure
from fazhi.procedure.edition import Edition
from fazhi.procedure.value import ANY, Held

Plain = bool | int | float | str


def deeds(held: procedure.Case) -> Mapping[tuple[str, date], int]:
    """How often each act that was not reopened since was done on each day."""
    standing: dict[str, list[date]] = {}
    for record in held.history:
        act = held.edition.act.get(record.act)
        if act:
            standing.setdefault(act.id, []).append(record.happened_on)
            for reopened in act.reopens:
                standing.pop(reopened, None)
    return Counter((name, day) for name, days in standing.items() for day in days)


def facts(held: procedure.Case) -> dict[str, Plain]:
    """The facts on record; of what is sealed only that it is known."""
    return {n: _plain(held.edition, n, v) for n, v in held.state.facts.items() if v is not ANY}


def _plain(edition: Edition, name: str, value: Held) -> Plain:
    fact = edition.fact.get(name)
    if fact is None or fact.kind not in KEPT:
        return True
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value  # type: ignore[return-value]
