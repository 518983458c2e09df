"""Which cases inside a case may be begun now: those that an act opened and nobody began."""

from fazhi.procedure.case import Case
from fazhi.procedure.sub import Sub


def openable(case: Case) -> tuple[Sub, ...]:
    """The sub-procedures with more openings than cases; none once the case is over."""
    if case.state.outcome:
        return ()
    return tuple(sub for sub in case.edition.subs if _openings(case, sub) > _begun(case, sub))


def _openings(case: Case, sub: Sub) -> int:
    return sum(record.act == sub.opened_by for record in case.records)


def _begun(case: Case, sub: Sub) -> int:
    return sum(one.sub == sub.id for one in case.subs)
