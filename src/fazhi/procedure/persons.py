"""Whether people may act in a role: post, number, qualification, separation of duties, recusal."""

from collections.abc import Iterator
from datetime import date

from fazhi.procedure.edition import Edition
from fazhi.procedure.person import Person
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.role import Role, RoleKind
from fazhi.procedure.state import State


def refusals(
    edition: Edition, role: Role, persons: tuple[Person, ...], state: State, day: date
) -> Iterator[Refusal]:
    """Every reason in the people themselves why they may not act in a role on a day."""
    if not any(_holds(edition, role, person) for person in persons):
        yield Refusal("procedure.E007", f"应由{role.title}办理", f"请交{role.title}办理", str(role.basis))
        return
    if len({person.id for person in persons}) < role.persons:
        wrong = f"须{role.persons}名以上{role.title}共同办理"
        yield Refusal("procedure.E009", wrong, "请另加人员", str(role.basis))
    for person in persons:
        yield from _of(edition, role, person, state, day)


def _of(edition: Edition, role: Role, person: Person, state: State, day: date) -> Iterator[Refusal]:
    basis = str(role.basis)
    if not _holds(edition, role, person):
        yield Refusal("procedure.E007", f"{person.id}不是{role.title}", f"请由{role.title}办理", basis)
    if role.qualification and not person.qualified(role.qualification, day):
        wrong = f"{person.id}在{day}没有有效的{role.qualification}"
        yield Refusal("procedure.E008", wrong, "请由具有该资格的人员办理", basis)
    if person.id in state.barred and role.kind is RoleKind.OFFICIAL:
        yield Refusal("procedure.E011", f"{person.id}已回避", "请由其他人员办理", basis)
    for other in edition.apart[role.id]:
        acted = (state.actors.get(name, frozenset()) for name in edition.acts_of[other])
        if person.id in state.earlier.get(other, ()) or any(person.id in who for who in acted):
            wrong = f"{person.id}已作为{edition.role[other].title}办理本案，不得再作为{role.title}"
            yield Refusal("procedure.E010", wrong, "请由其他人员办理", basis)


def principal(edition: Edition, role: Role, person: Person) -> str:
    """In whose name a person acts in a role; empty where an own post gives it (代理).

    Whatever keeps people apart looks at the person who acts: a post is lent, a share in the case is not.
    """
    keepers = (edition.role[name].holder for name in role.recorded_by)
    holders = frozenset((role.holder, *keepers))
    lent = dict(person.lent)
    if holders & (person.posts - lent.keys()):
        return ""
    return next((whose for post, whose in person.lent if post in holders), "")


def _holds(edition: Edition, role: Role, person: Person) -> bool:
    """Whether the person holds the role, or keeps the record for those who do."""
    keepers = (edition.role[name].holder for name in role.recorded_by)
    return role.holder in person.posts or any(holder in person.posts for holder in keepers)
