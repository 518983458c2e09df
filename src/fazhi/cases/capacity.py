"""In which posts a person acts in a case: those held in its organ, and all held where put on the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from fazhi.cases.models import Case
from fazhi.office.models import Person
from fazhi.procedure import person as procedure

PREFIX = "工号"
POST = tuple(f"appointments__{name}" for name in ("post__organ_id", "post__title", "since", "until"))
QUALIFICATION = tuple(f"qualifications__{name}" for name in ("pk", "name", "since", "until"))


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

    def on(self, day: date) -> bool:
        """Whether it is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Roster:
    """The posts and qualifications of some people, read at once for any number of days and cases."""

    def __init__(self, people: Iterable[int]) -> None:
        ids = tuple(dict.fromkeys(people))
        rows = tuple(Person.objects.filter(pk__in=ids).values_list("pk", *POST, *QUALIFICATION))
        self._posts = frozenset(Held(row[0], *row[1:5]) for row in rows if row[1])
        owned = sorted({(row[5], row[0], *row[6:]) for row in rows if row[5]}, key=itemgetter(0))
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
        posts = frozenset(
            held.title
            for held in self._posts
            if held.person == person and held.on(day) and (handler or held.organ == organ)
        )
        return procedure.Person(pseudonym(person), posts, self._qualifications.get(person, ()))


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
