"""A case is its records; everything else about it is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, reduce
from itertools import islice

from fazhi.procedure.edition import Edition
from fazhi.procedure.record import Record
from fazhi.procedure.state import State
from fazhi.procedure.subcase import SubCase


@dataclass(frozen=True)
class Case:
    """The records of a case under the edition that governs it, in the order of their entry."""

    edition: Edition
    records: tuple[Record, ...] = ()
    subs: tuple[SubCase, ...] = ()
    """Cases inside it (听证), in the order of their openings."""
    earlier: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a case inside another: who acted before it began, by its own roles."""

    @cached_property
    def state(self) -> State:
        """What the case has come to, by the days on which things happened in law."""
        return reduce(self._then, self.history, State(earlier=self.earlier))

    @cached_property
    def history(self) -> tuple[Record, ...]:
        """The records with corrections applied, and the ends of inner cases, as things happened."""
        return _in_order(self._with_ends(list(self.corrected)))

    @cached_property
    def latest(self) -> date | None:
        """The latest day on which something happened."""
        inner = (one.case.latest for one in self.subs)
        days = (*(record.happened_on for record in self.records), *(day for day in inner if day))
        return max(days, default=None)

    @property
    def began(self) -> date | None:
        """The day on which the case began."""
        return self.history[0].happened_on if self.records else None

    def with_record(self, record: Record) -> Case:
        """The case with one more record, unjudged; a record in order needs no fold from the start."""
        longer = replace(self, records=(*self.records, record))
        in_order = not self.subs and (self.latest is None or self.latest <= record.happened_on)
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
        own = (record for record in _in_order(self.corrected) if record.happened_on <= day)
        return replace(self, records=tuple(own), subs=tuple(one.as_of(day) for one in self.subs))

    def entered(self, number: int) -> Case:
        """The case as it was on file when the record after the first ``number`` was entered."""
        if not self.subs:
            return replace(self, records=self.records[:number])
        now = self.records[number].recorded_at
        return replace(self, records=self.records[:number], subs=tuple(one.known(now) for one in self.subs))

    def under(self, edition: Edition) -> Case:
        """The same records read under another edition."""
        return replace(self, edition=edition)

    def _then(self, state: State, record: Record) -> State:
        act = self.edition.act.get(record.act)
        return state.after(act, record.facts, (person.id for person in record.by)) if act else state

    def _with_ends(self, records: list[Record]) -> list[Record]:
        """The records with the end of each inner case: after its opening and what was entered before."""
        for n, one in enumerate(self.subs):
            if end := one.end():
                sub = self.edition.sub.get(one.sub)
                nth = sum(other.sub == one.sub for other in self.subs[:n])
                places = (i for i, r in enumerate(records, 1) if sub and r.act == sub.opened_by)
                opening = next(islice(places, nth, None), 0)
                before = [i for i, r in enumerate(records, 1) if r.recorded_at < end.recorded_at]
                records.insert(max(opening, *before, 0), end)
        return records

    @property
    def corrected(self) -> tuple[Record, ...]:
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
        return tuple(corrected.values())


def _in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: record.happened_on))
