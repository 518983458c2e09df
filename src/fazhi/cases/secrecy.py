"""Who may know of a case, by its procedure: what people complain of or report is seen by who handles it."""

from fazhi.cases.models import Secrecy
from fazhi.fault import Fault
from fazhi.procedure.edition import Edition

COMPLAINT = "complaint"
"""Procedures with this tag take complaints and reports, however they come in."""


def least(edition: Edition) -> Secrecy:
    """The widest circle that may know of a case under an edition."""
    return Secrecy.RESTRICTED if COMPLAINT in edition.tags else Secrecy.ORDINARY


def settled(edition: Edition, asked: Secrecy | None) -> Secrecy:
    """The circle of a new case: what was asked for, or where nothing was, what the procedure demands.

    A wider circle than it allows is refused with ``Fault`` cases.E082.
    """
    held = least(edition)
    if asked is not None and asked < held:
        wrong = f"{edition.title}案件的知悉范围不能是“{asked.label}”"
        raise Fault("cases.E082", wrong, f"请选择“{held.label}”，或者不写知悉范围")
    return held if asked is None else asked
