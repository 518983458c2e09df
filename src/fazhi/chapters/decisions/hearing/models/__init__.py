"""Hearings, who registered, how the participants were found, and what was heard."""

from fazhi.chapters.decisions.hearing.models.hearing import Hearing, Seat, Shift
from fazhi.chapters.decisions.hearing.models.lot import Commitment, Drawing
from fazhi.chapters.decisions.hearing.models.minutes import Account, Minutes, Signature
from fazhi.chapters.decisions.hearing.models.participant import (
    Announcement,
    Attendance,
    Delivery,
    Participant,
)
from fazhi.chapters.decisions.hearing.models.registration import (
    Applicant,
    Registration,
    Ruling,
    Withdrawal,
)

__all__ = [
    "Account", "Announcement", "Applicant", "Attendance", "Commitment", "Delivery", "Drawing", "Hearing",
    "Minutes", "Participant", "Registration", "Ruling", "Seat", "Shift", "Signature", "Withdrawal",
]  # fmt: skip
