"""A case's acts as one person finds them today: a form for what may be done, reasons for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fazhi.cases import capacity, lawbook, store
from fazhi.cases.models import Case
from fazhi.documents.drafting import makeable
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from fazhi.procedure.case import Case as Held
from fazhi.procedure.joint import permitted
from fazhi.procedure.permitted import Permission
from fazhi.procedure.refusal import Refusal
from fazhi.web.casework.foresight import TIED
from fazhi.web.forms.act import ActForm, initial

TOO_FEW = "procedure.E009"
"""That a second person is needed is no refusal yet: the form asks who it is."""


@dataclass(frozen=True)
class Choice:
    """An act with its form where it may be done, or with all reasons why it may not."""

    permission: Permission
    form: ActForm | None
    tried: bool = False
    fault: Fault | None = None
    """What the action said when the person tried."""

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return self.permission.refusals

    @property
    def made(self) -> bool:
        """Whether the platform can make a paper that the act demands."""
        return self.form is not None and bool(makeable(self.form.edition, self.form.act))

    @property
    def tied(self) -> bool:
        """Whether it may be done, on a page where the other cases are chosen."""
        return self.permission.permitted and self.permission.act.kind in TIED


@dataclass(frozen=True)
class Tried:
    """A form that was sent, and what the action answered."""

    form: ActForm
    fault: Fault | None = None


def choices(
    row: Case, held: Held, actor: Actor, people: tuple[Person, ...], today: date, tried: Tried | None = None
) -> tuple[Choice, ...]:
    """Every act of the edition for one person, permitted ones first as the edition orders them."""
    if actor.person_id is None:
        return ()
    me = capacity.people((actor.person_id,), row, today)
    names = {capacity.pseudonym(person.pk): person.name for person in people}
    found = permitted(store.together(row, held), me, today, lawbook.days())
    return tuple(_choice(_readable(each, names), row, people, today, tried) for each in found)


def _readable(permission: Permission, names: Mapping[str, str]) -> Permission:
    """The permission with people's names, and without the wish for company that the form will ask about."""
    kept = tuple(_named(one, names) for one in permission.refusals if one.code != TOO_FEW)
    return replace(permission, refusals=kept)


def _named(refusal: Refusal, names: Mapping[str, str]) -> Refusal:
    because = refusal.because
    for pseudonym, name in names.items():
        if because.startswith(pseudonym):
            because = name + because.removeprefix(pseudonym)
    return replace(refusal, because=because)


def _choice(
    permission: Permission, row: Case, people: tuple[Person, ...], today: date, tried: Tried | None
) -> Choice:
    act = permission.act
    if tried and tried.form.act.id == act.id:
        return Choice(permission, tried.form, tried=True, fault=tried.fault)
    if not permission.permitted or act.kind in TIED:
        return Choice(permission, None)
    edition = lawbook.edition(row.edition_id)
    start = initial(row.sequence, today)
    return Choice(permission, ActForm(edition, act, people, initial=start, auto_id=f"{act.id}-%s"))


def split(found: tuple[Choice, ...]) -> tuple[list[Choice], list[Choice]]:
    """Those that may be done and those that may not."""
    return [one for one in found if one.form or one.tied], [
        one for one in found if not (one.form or one.tied)
    ]
