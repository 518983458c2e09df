"""One act on file: what happened, by whom, when in law, and when it was recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from fazhi.procedure.person import Person
from fazhi.procedure.value import Value


@dataclass(frozen=True)
class Record:
    """An act as it was entered; a record is never changed, only corrected by a later one.

    ``happened_on`` is the day in law, ``recorded_at`` the instant of entry (with the same local clock);
    people stand in it as they were then, with posts and qualifications.

    >>> late = Record("receive", (), date(2026, 3, 2), datetime(2026, 3, 5, 9, 0))
    >>> late.days_late
    3
    """

    act: str
    by: tuple[Person, ...]
    happened_on: date
    recorded_at: datetime
    facts: Mapping[str, Value] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    corrects: int | None = None
    """For 更正: the number of the record it corrects, from 1; its facts replace the ones there."""
    instead_on: date | None = None
    """For 更正: the right day of the record it corrects."""
    reason: str = ""
    cases: tuple[str, ...] = ()
    """For 合并 and 分案: the numbers of the other cases that it joins or makes."""

    @property
    def days_late(self) -> int:
        """Days between the act and its entry: late recording is lawful and never silent."""
        return (self.recorded_at.date() - self.happened_on).days
