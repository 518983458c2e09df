"""An act entered later than it happened may not undo, by its early day, what is on file already.

Gates are asked of the case as it stood on the act's day. Whether the case is over, how often an act was done
and who acted for whom are asked of the whole file: else an early day would end a case twice, reply twice, or
let one person act on both sides.
"""

from collections.abc import Iterator
from dataclasses import replace

from fazhi.procedure import persons as people
from fazhi.procedure.act import Act
from fazhi.procedure.case import Case
from fazhi.procedure.permitted import ended, spent
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal


def refusals(case: Case, standing: Case, act: Act, record: Record) -> Iterator[Refusal]:
    """What the whole file says against a record that the case as it stood on its day would take."""
    if standing is case or record.act not in case.edition.act:
        return
    if (
        case.state.outcome
        and not standing.state.outcome
        and act.outcome({**case.state.facts, **record.facts})
    ):
        yield ended(case, act)
    before = standing.state.done.get(act.id, 0)
    if act.at_most is not None and before < act.at_most < _most(case.with_record(record), act):
        yield spent(act)
    state = replace(standing.state, actors=case.state.actors)
    known = set(
        people.refusals(
            case.edition, case.edition.role[act.by], record.by, standing.state, record.happened_on
        )
    )
    later = people.refusals(case.edition, case.edition.role[act.by], record.by, state, record.happened_on)
    yield from (reason for reason in later if reason not in known)


def _most(case: Case, act: Act) -> int:
    """How often an act was done at most before something had it done anew."""
    most = times = 0
    for record in case.history:
        done = case.edition.act.get(record.act)
        times += record.act == act.id
        most = max(most, times)
        if done and act.id in done.reopens:
            times = 0
    return most
