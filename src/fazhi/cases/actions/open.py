"""Opening a case: its number, its first act, the parties and the person who handles it, at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import capacity, lawbook, policy, secrecy, store
from fazhi.cases.actions import engage, number, paper, party, repeat, takeover
from fazhi.cases.actions.append import Entry, append, persons
from fazhi.cases.actions.paper import Attachment
from fazhi.cases.actions.party import Identity
from fazhi.cases.models import Act, Case, Secrecy, StoredEdition
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.prepared import Prepared
from fazhi.procedure.case import Case as Held
from fazhi.procedure.edition import Edition
from fazhi.procedure.perform import refusals
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value
from fazhi.row import insert

LONGEST = 120
STORED = Prepared(lambda hash_: StoredEdition.objects.filter(hash=hash_).values_list("hash"))


@dataclass(frozen=True, kw_only=True)
class Open:
    """A new case of an organ under the edition in force on the day, opened by one of its starting acts.

    ``title`` says what it is about and is not sealed: no natural person is named in it. With ``outer`` the
    case is one inside another, under the name ``sub`` of the outer procedure, and as secret as the outer.
    """

    procedure: str
    organ: Organ
    act: str
    happened_on: date
    title: str = ""
    secrecy: Secrecy | None = None
    """Who may know of it; what the procedure demands where nothing is said."""
    facts: Mapping[str, Value] = field(default_factory=dict)
    papers: tuple[Attachment, ...] = ()
    parties: tuple[Identity, ...] = ()
    colleagues: tuple[int, ...] = ()
    outer: Case | None = None
    sub: str = ""
    origin: Case | None = None
    """The case that was transferred to the organ and goes on in this one (移送)."""
    demo: bool = False
    key: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Case:
        """Give the new case; what the procedure refuses leaves no case and no gap in the numbers."""
        request = repeat.digest(self.key, self.procedure, self.organ.code, *self._request())
        if done := repeat.earlier(self.key, request):
            return done.case
        actor.demand(Right.HANDLE, self.organ.pk)
        edition = lawbook.governing(self.procedure, self.happened_on)
        self._check()
        before = self._before(actor, edition)
        if self.origin:
            takeover.check(self.origin, self.organ, actor)
        row = self._row(edition, at)
        record = self._record(row, actor, at)
        for refusal in refusals(before, record, lawbook.days()):
            raise refusal.fault()
        self._write(row, before, record, actor, at, request)
        return row

    def _before(self, actor: Actor, edition: Edition) -> Held:
        """The case without any act: inside another only where that one has come so far."""
        if self.outer is None:
            return Held(edition)
        outer = Case.objects.select_for_update(of=("self",)).get(pk=self.outer.pk)
        policy.demand_handle(actor, outer)
        return store.begun(outer, self.sub, edition)

    def _check(self) -> None:
        paper.check(self.papers)
        if len(self.title) > LONGEST or "\0" in self.title:
            raise Fault("cases.E020", f"案由超过{LONGEST}字或者含有无效字符", "请改短案由")

    def _row(self, edition: Edition, at: datetime) -> Case:
        return Case(
            procedure=edition.id,
            edition_id=edition.content_hash,
            organ=self.organ,
            title=self.title.strip(),
            secrecy=self._secrecy(edition),
            outer=self.outer,
            origin=self.origin,
            sub=self.sub,
            opened_at=at,
            began_on=self.happened_on,
            demo=self.demo,
        )

    def _secrecy(self, edition: Edition) -> Secrecy:
        """What was for few people stays so in a case inside it and in one that goes on from it."""
        if self.outer:
            return Secrecy(self.outer.secrecy)
        asked = secrecy.settled(edition, self.secrecy)
        return Secrecy(max(asked, self.origin.secrecy)) if self.origin else asked

    def _record(self, row: Case, actor: Actor, at: datetime) -> Record:
        return Record(
            act=self.act,
            by=capacity.people(persons(actor, self.colleagues), row, self.happened_on),
            happened_on=self.happened_on,
            recorded_at=timezone.localtime(at),
            facts=dict(self.facts),
            documents=tuple(one.title for one in self.papers),
        )

    def _write(
        self, row: Case, before: Held, record: Record, actor: Actor, at: datetime, request: str
    ) -> Act:
        edition = before.edition
        store_edition(edition)
        row.number = number.reserve(self.organ, edition, timezone.localdate(at).year)
        insert(row)
        engage.put(row, persons(actor, self.colleagues), actor, at)
        parties = party.sealed(edition, self.parties)
        extra: dict[str, object] = {"parties": party.chained(parties)} if parties else {}
        extra |= {"origin": takeover.chained(self.origin)} if self.origin else {}
        entry = Entry(actor=actor, at=at, papers=self.papers, extra=extra, key=self.key, request=request)
        act = append(row, before, record, entry)
        party.enter(act, parties)
        return act

    def _request(self) -> tuple[object, ...]:
        return (
            self.act,
            self.happened_on,
            self.title,
            int(self.secrecy or Secrecy.ORDINARY),
            (self.outer.number, self.sub) if self.outer else None,
            dict(self.facts),
            tuple((one.title, one.digest) for one in self.papers),
            tuple((one.role, dict(one.known)) for one in self.parties),
            self.colleagues,
            *((self.origin.number,) if self.origin else ()),
        )


def store_edition(edition: Edition) -> None:
    """Keep the edition's full text, once."""
    if not STORED.rows(edition.content_hash):
        StoredEdition.objects.get_or_create(
            hash=edition.content_hash,
            defaults={"procedure": edition.id, "title": edition.title, "content": edition.text},
        )
