"""Suitable people for every role, for demonstrations, law tests and the verifier's timelines."""

from fazhi.procedure.edition import Edition
from fazhi.procedure.person import Person, Qualification
from fazhi.procedure.role import Role

STEMS = "甲乙丙丁戊己庚辛壬癸"


def cast(edition: Edition, group: int = 0) -> dict[str, tuple[Person, ...]]:
    """For each role as many qualified people as it asks for; another ``group`` has other people.

    >>> from fazhi.law.rule import Basis
    >>> from fazhi.procedure.role import RoleKind
    >>> role = Role("clerk", "经办人", RoleKind.OFFICIAL, Basis("某法", "", "第一条"))
    >>> [person.id for person in actors(role)]
    ['演示·经办人甲']
    """
    return {role.id: actors(role, group) for role in edition.roles}


def actors(role: Role, group: int = 0) -> tuple[Person, ...]:
    """The people of one role."""
    held = (Qualification(role.qualification),) if role.qualification else ()
    stems = STEMS[group * role.persons :][: role.persons]
    return tuple(Person(f"演示·{role.title}{stem}", frozenset({role.holder}), held) for stem in stems)


def everyone(edition: Edition, group: int = 0) -> dict[str, tuple[Person, ...]]:
    """For each role people who hold every role at once: those whom only separation of duties holds back.

    Two groups share nobody; within one, the same people act in every role.
    """
    posts = frozenset(role.holder for role in edition.roles)
    held = tuple(Qualification(role.qualification) for role in edition.roles if role.qualification)
    most = max(role.persons for role in edition.roles)
    people = [Person(f"演示·{STEMS[group * most + n]}", posts, held) for n in range(most)]
    return {role.id: tuple(people[: role.persons]) for role in edition.roles}
