"""A case is its records; everything else about it is derived from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, reduce

from fazhi.procedure.edition import Edition
from fazhi.procedure.record import Record
from fazhi.procedure.state import State


@dataclass(frozen=True)
class Case:
    """The records of a case under the edition that governs it, in the order of their entry."""

    edition: Edition
    records: tuple[Record, ...] = ()

    @cached_property
    def state(self) -> State:
        """What the case has come to, by the days on which things happened in law."""
        return reduce(self._then, self.history, State())

    @cached_property
    def history(self) -> tuple[Record, ...]:
        """The records with corrections applied, in the order in which things happened."""
        return tuple(sorted(self._corrected(), key=lambda record: record.happened_on))

    @cached_property
    def latest(self) -> date | None:
        """The latest day on which something happened."""
        return max((record.happened_on for record in self.records), default=None)

    @property
    def began(self) -> date | None:
        """The day on which the case began."""
        return self.history[0].happened_on if self.records else None

    def with_record(self, record: Record) -> Case:
        """The case with one more record, unjudged; a record in order needs no fold from the start."""
        longer = Case(self.edition, (*self.records, record))
        in_order = self.latest is None or self.latest <= record.happened_on
        if in_order and record.corrects is None:
            known = vars(longer)
            known["state"] = self._then(self.state, record)
            known["history"] = (*self.history, record)
            known["latest"] = record.happened_on
        return longer

    def as_of(self, day: date) -> Case:
        """The case as it stood in law at the end of a day."""
        if self.latest is None or self.latest <= day:
            return self
        return Case(self.edition, tuple(record for record in self.history if record.happened_on <= day))

    def under(self, edition: Edition) -> Case:
        """The same records read under another edition."""
        return Case(edition, self.records)

    def _then(self, state: State, record: Record) -> State:
        act = self.edition.act.get(record.act)
        return state.after(act, record.facts, (person.id for person in record.by)) if act else state

    def _corrected(self) -> Iterable[Record]:
        """Every record as later corrections leave it; the correction itself stays as an act without facts."""
        corrected = dict(enumerate(self.records, 1))
        for n, record in enumerate(self.records, 1):
            if record.corrects in corrected and record.corrects < n:
                wrong = corrected[record.corrects]
                day = record.instead_on or wrong.happened_on
                corrected[record.corrects] = replace(
                    wrong, facts={**wrong.facts, **record.facts}, happened_on=day
                )
                corrected[n] = replace(record, facts={}, corrects=None)
        return corrected.values()
