"""Who acts, as they stood when they acted: their posts, roles in the case and qualifications."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Qualification:
    """A qualification with the dates on which it holds (行政执法资格); open ends are ``None``."""

    name: str
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Person:
    """An official with their posts, or a party under the name of its role in this case.

    ``id`` is a pseudonym; a name or a number of a natural person does not belong into a chain of acts.

    >>> licence = Qualification("行政执法资格", until=date(2026, 1, 1))
    >>> officer = Person("甲", frozenset({"执法人员"}), (licence,))
    >>> [officer.qualified("行政执法资格", date(2026, 1, day)) for day in (1, 2)]
    [True, False]
    """

    id: str
    posts: frozenset[str] = frozenset()
    qualifications: tuple[Qualification, ...] = ()
    lent: tuple[tuple[str, str], ...] = ()
    """Those of the posts that are another's, each with the pseudonym of that person (代理)."""

    def qualified(self, name: str, day: date) -> bool:
        """Whether the person holds a qualification on a day."""
        return any(q.name == name and q.holds(day) for q in self.qualifications)
