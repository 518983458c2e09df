"""Facts that make an act complete where only some are given: for timelines and made-up histories."""

from collections.abc import Mapping
from datetime import date, timedelta

from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.value import Value

AHEAD = timedelta(days=14)


def filled(edition: Edition, act: Act, given: Mapping[str, Value], day: date) -> dict[str, Value]:
    """Everything an act asks on a day; what is given stays, the day in law is the day itself."""
    facts = {name: _value(edition.fact[name], day) for name in act.asks if name not in given}
    facts |= given
    if act.dated_by:
        chosen = act.dated_by.days.get(str(facts.get(act.dated_by.fact)), "")
        facts |= {chosen: day} if chosen else {}
    return facts


def _value(fact: Fact, day: date) -> Value:
    match fact.kind:
        case FactKind.YES_NO:
            return False
        case FactKind.CHOICE:
            return next(iter(fact.choices))
        case FactKind.NUMBER:
            return 1
        case FactKind.DATE:
            return day + AHEAD
        case _:
            return "（略）"
