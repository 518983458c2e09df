"""What a paper of an act says before the act is on file: the case as the act would leave it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone

from fazhi.cases import store
from fazhi.cases.actions import Perform
from fazhi.documents import templates
from fazhi.documents.paper import Paper, Proof
from fazhi.documents.template import Filling, Template, fill
from fazhi.procedure.act import Act
from fazhi.procedure.case import Case
from fazhi.procedure.edition import Edition
from fazhi.procedure.record import Record

_known = lru_cache(maxsize=1)(templates.load)


@dataclass(frozen=True)
class Draft:
    """A template with what the drafter filled in."""

    template: Template
    fields: Mapping[str, str] = field(default_factory=dict)
    slip: bool = False

    def paper(self, case: Case, organ: str, day: date, number: str = "", proof: Proof | None = None) -> Paper:
        """The paper; ``Fault`` documents.E010 names what is missing."""
        return fill(self.template, Filling(case, organ, day, self.fields, number, proof, self.slip))


def makeable(edition: Edition, act: Act) -> tuple[Template, ...]:
    """The papers of an act that this platform can make; others hand theirs in."""
    found = ((key[:2], one) for key, one in _known().items() if not one.made_by)
    return tuple(one for key, one in found if key == (edition.id, act.id))


def as_if(act: Perform, at: datetime) -> Case:
    """The case with the act on file, unjudged: a paper states what its act decides."""
    record = Record(
        act=act.act, by=(), happened_on=act.happened_on, recorded_at=timezone.localtime(at),
        facts=dict(act.facts),
    )  # fmt: skip
    return store.load(act.case).with_record(record)
