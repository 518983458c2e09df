"""What a chapter holds against an act beside its procedure: chapters register it, the write path asks it.

A procedure judges acts and facts; it cannot see the papers of a file. Whoever can registers a guard when its
app is loaded, so that no page, program or import slips past it.
"""

from collections.abc import Callable

from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.procedure.case import Case as Held
from fazhi.procedure.record import Record

Guard = Callable[[Case, Held, Record], Fault | None]
"""Given the case, its fold before the act, and the act: why it is refused, nothing where it is not."""
_GUARDS: list[Guard] = []


def register(guard: Guard) -> None:
    """Have a guard asked before every act; once, however often its app is loaded."""
    if guard not in _GUARDS:
        _GUARDS.append(guard)


def demand(row: Case, held: Held, record: Record) -> None:
    """Refuse an act with the ``Fault`` of the first guard that objects."""
    for guard in _GUARDS:
        if fault := guard(row, held, record):
            raise fault
