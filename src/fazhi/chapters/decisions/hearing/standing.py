"""How a hearing stands: who registered, who is in the lot, who takes part, and what is still to be done."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fazhi.chapters.decisions.hearing import lots
from fazhi.chapters.decisions.hearing.line import Line, Seated
from fazhi.chapters.decisions.hearing.lots import Entrant
from fazhi.chapters.decisions.hearing.models import (
    Attendance,
    Hearing,
    Minutes,
    Registration,
)
from fazhi.chapters.decisions.hearing.phase import Phase
from fazhi.chapters.decisions.hearing.terms import HOLD
from fazhi.draw import record as records
from fazhi.draw.record import Record
from fazhi.draw.selection import Result


@dataclass(frozen=True)
class Standing:
    """A hearing with all that was registered, decided and drawn."""

    hearing: Hearing
    lines: tuple[Line, ...]
    record: Record | None
    seated: tuple[Seated, ...]
    minutes: Minutes | None
    held: bool

    @cached_property
    def waiting(self) -> tuple[Line, ...]:
        """The registrations nobody decided about."""
        return tuple(line for line in self.lines if line.open)

    @cached_property
    def entrants(self) -> tuple[Entrant, ...]:
        """Everybody who registered, as the draw lists them."""
        return tuple(Entrant(one.row.name, one.row.seat.group, one.excluded) for one in self.lines)

    @cached_property
    def needs_draw(self) -> bool:
        """Whether a group has more accepted than seats."""
        return lots.needed(self.entrants, self.hearing.places())

    @cached_property
    def entitled(self) -> tuple[Registration, ...]:
        """Who has a seat now: as drawn or, where no draw is needed, all that were accepted."""
        rows = {line.row.name: line.row for line in self.lines}
        gone = {line.row.name for line in self.lines if line.withdrawn}
        return tuple(rows[id_] for id_ in lots.seated(self._order, self.hearing.places(), gone))

    @cached_property
    def _order(self) -> dict[str, tuple[str, ...]]:
        if self.record:
            return lots.order(self.record.results)
        if self.needs_draw:
            return {}
        free = [one for one in self.entrants if not one.excluded]
        return {p.group: tuple(one.id for one in free if one.group == p.group) for p in self.hearing.places()}

    @cached_property
    def sitting(self) -> tuple[Seated, ...]:
        """The participants who did not withdraw."""
        return tuple(one for one in self.seated if not hasattr(one.row.registration, "withdrawal"))

    @cached_property
    def vacancies(self) -> tuple[Registration, ...]:
        """The substitutes who are to move up, in drawn order."""
        there = {one.row.registration_id for one in self.seated}
        announced = hasattr(self.hearing, "announcement")
        return tuple(one for one in self.entitled if one.pk not in there) if announced else ()

    @cached_property
    def unsigned(self) -> tuple[Seated, ...]:
        """Who was present and has not confirmed the latest record."""
        return tuple(one for one in self.sitting if one.present and not one.signed)

    def phase(self, day: date) -> Phase:
        """Where it has come to on a day."""
        row = self.hearing
        if hasattr(row, "account"):
            return Phase.ANSWERED
        if self.held:
            return Phase.HELD
        if row.case.outcome:
            return Phase.STOPPED
        if hasattr(row, "announcement"):
            return Phase.ANNOUNCED
        return Phase.REGISTERING if day <= row.until else self._after()

    def _after(self) -> Phase:
        if self.record:
            return Phase.SELECTED
        return Phase.COMMITTED if hasattr(self.hearing, "committed") else Phase.EXAMINING


def read(hearing: Hearing) -> Standing:
    """The hearing as it stands."""
    record = _record(hearing)
    results = {one.id: one for one in record.results} if record else {}
    rows = hearing.registrations.select_related("seat", "hearing", "withdrawal", "participant", "applicant")
    minutes = hearing.minutes.last()
    return Standing(
        hearing,
        tuple(_line(one, results) for one in rows.prefetch_related("rulings")),
        record,
        tuple(_seated(hearing, minutes)),
        minutes,
        hearing.case.acts.filter(name=HOLD).exists(),
    )


def _record(hearing: Hearing) -> Record | None:
    return records.verify(json.loads(hearing.drawing.record)) if hasattr(hearing, "drawing") else None


def _line(row: Registration, results: dict[str, Result]) -> Line:
    rulings = list(row.rulings.all())
    return Line(row, rulings[-1] if rulings else None, results.get(row.name))


def _seated(hearing: Hearing, minutes: Minutes | None) -> Iterable[Seated]:
    rows = hearing.participants.select_related(
        "registration__seat", "registration__applicant", "registration__withdrawal", "delivery"
    )
    came = {one.participant_id: one.present for one in _attendances(hearing)}
    signed = {one.participant_id: one for one in minutes.signatures.all()} if minutes else {}
    return (Seated(row, came.get(row.pk), signed.get(row.pk)) for row in rows)


def _attendances(hearing: Hearing) -> Iterable[Attendance]:
    return Attendance.objects.filter(participant__hearing=hearing).order_by("pk")
