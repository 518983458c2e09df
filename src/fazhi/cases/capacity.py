"""In which posts a person acts in a case: those held in its organ, and all held where put on the case.

Posts that others lend (代理) count as long as the delegation and the lender's own term last; each is recorded
with its lender. Qualifications are personal and lent by nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from django.db.models import Exists, OuterRef
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.office.models import Appointment, Delegation, Person
from fazhi.prepared import Prepared
from fazhi.procedure import person as procedure
from fazhi.procedure.edition import Edition
from fazhi.procedure.persons import principal
from fazhi.procedure.record import Record
from fazhi.procedure.role import Role

PREFIX = "工号"
POST = tuple(f"appointments__{name}" for name in ("post__organ_id", "post__title", "since", "until"))
QUALIFICATION = tuple(f"qualifications__{name}" for name in ("pk", "name", "since", "until"))
BORROWS = Exists(Delegation.objects.filter(delegate=OuterRef("pk")))
ROSTER = Prepared(
    lambda *ids: Person.objects.filter(pk__in=ids).values_list("pk", BORROWS, *POST, *QUALIFICATION)
)


def pseudonym(person_id: int) -> str:
    """How an official stands in the chain of acts.

    >>> pseudonym(7)
    '工号7'
    """
    return f"{PREFIX}{person_id}"


@dataclass(frozen=True)
class Held:
    """A post that a person holds on some days."""

    person: int
    organ: int
    title: str
    since: date
    until: date | None
    lender: int | None = None
    """Whose post it is, where it is another's."""

    def on(self, day: date) -> bool:
        """Whether it is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Roster:
    """The posts and qualifications of some people, read at once for any number of days and cases."""

    def __init__(self, people: Iterable[int]) -> None:
        ids = tuple(dict.fromkeys(people))
        rows = ROSTER.rows(*ids) if ids else []
        own = {Held(row[0], *row[2:6]) for row in rows if row[2]}
        self._posts = (*own, *_lent({row[0] for row in rows if row[1]}))
        owned = sorted({(row[6], row[0], *row[7:]) for row in rows if row[6]}, key=itemgetter(0))
        self._qualifications: dict[int, tuple[procedure.Qualification, ...]] = {}
        for _, person, *known in owned:
            held = procedure.Qualification(*known)
            self._qualifications[person] = (*self._qualifications.get(person, ()), held)

    def beyond(self, organ: int) -> bool:
        """Whether anybody of them holds a post in another organ."""
        return any(held.organ != organ for held in self._posts)

    def people(
        self, ids: Iterable[int], organ: int, handlers: frozenset[int], day: date
    ) -> tuple[procedure.Person, ...]:
        """Officials as the procedure judges them, with posts and qualifications as they were on a day."""
        return tuple(self._person(one, organ, one in handlers, day) for one in dict.fromkeys(ids))

    def _person(self, person: int, organ: int, handler: bool, day: date) -> procedure.Person:
        held = [one for one in self._posts if one.person == person and one.on(day)]
        counting = [one for one in held if handler or one.organ == organ]
        own = frozenset(one.title for one in counting if one.lender is None)
        serves = any(one.lender is None for one in held)
        lent = {one.title: pseudonym(one.lender) for one in counting if one.lender and one.title not in own}
        kept = tuple(sorted(lent.items())) if serves else ()
        posts = own | {title for title, _ in kept}
        return procedure.Person(pseudonym(person), posts, self._qualifications.get(person, ()), kept)


def _lent(ids: Collection[int]) -> Iterator[Held]:
    """The posts lent to people, for the days on which the lender held them and had not taken them back."""
    rows = Delegation.objects.filter(delegate__in=ids).select_related("post").order_by("pk") if ids else ()
    for row in rows:
        terms = Appointment.objects.filter(person=row.principal_id, post=row.post_id)
        for since, until in terms.values_list("since", "until"):
            last = min(one for one in (row.until, until, _last(row)) if one)
            first = max(row.since, since)
            yield Held(row.delegate_id, row.post.organ_id, row.post.title, first, last, row.principal_id)


def _last(row: Delegation) -> date | None:
    """The last whole day before a delegation was taken back."""
    return timezone.localdate(row.revoked_at) - timedelta(days=1) if row.revoked_at else None


def people(ids: Iterable[int], case: Case, day: date) -> tuple[procedure.Person, ...]:
    """The same for one case as it stands."""
    wanted = tuple(ids)
    roster = Roster(wanted)
    asked = case.pk and roster.beyond(case.organ_id)
    handlers = case.handlers.filter(pk__in=wanted).values_list("pk", flat=True) if asked else ()
    return roster.people(wanted, case.organ_id, frozenset(handlers), day)


def named(ids: Iterable[str]) -> dict[str, str]:
    """Names by pseudonym, for those who may see the case; who is no official is not among them."""
    numbers = [one.removeprefix(PREFIX) for one in ids if one.startswith(PREFIX)]
    rows = Person.objects.filter(pk__in=[int(n) for n in numbers if n.isdecimal()])
    return {pseudonym(row.pk): row.name for row in rows}


def signed(edition: Edition, record: Record, names: Mapping[str, str]) -> tuple[str, ...]:
    """Who did an act, by name, each with the person in whose name it was done."""
    act = edition.act.get(record.act)
    role = edition.role[act.by] if act else None
    return tuple(_signature(edition, role, one, names) for one in record.by)


def _signature(
    edition: Edition, role: Role | None, person: procedure.Person, names: Mapping[str, str]
) -> str:
    whose = principal(edition, role, person) if role else ""
    name = names.get(person.id, person.id)
    return f"{name}（代{names.get(whose, whose)}）" if whose else name


def concerned(records: Iterable[Record]) -> frozenset[str]:
    """The pseudonyms of all who acted and of those in whose name they could."""
    people_ = [person for record in records for person in record.by]
    return frozenset((*(one.id for one in people_), *(whose for one in people_ for _, whose in one.lent)))
