"""Whom a request may name: the organ's people and those on the case, as the forms of the desk offer them."""

from collections.abc import Iterable, Mapping
from datetime import date

from fazhi.cases.capacity import PREFIX, pseudonym
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from fazhi.office.models.validity import on
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.value import Value


def others(row: Case, actor: Actor, named: Iterable[int], day: date) -> tuple[int, ...]:
    """The colleagues named, without the caller; ``Fault`` api.E007 for anybody else."""
    wanted = tuple(dict.fromkeys(one for one in named if one != actor.person_id))
    if strangers := set(wanted) - _known(row, wanted, day):
        raise _unknown("、".join(pseudonym(one) for one in sorted(strangers)))
    return wanted


def check_facts(row: Case, edition: Edition, facts: Mapping[str, Value], day: date) -> None:
    """Refuse facts that name a person who is none of them (回避、指定主持人)."""
    for name, value in facts.items():
        if name in edition.fact and edition.fact[name].kind is FactKind.PERSON:
            number = str(value).removeprefix(PREFIX)
            known = number.isascii() and number.isdecimal() and len(number) < len(str(2**63))
            if not known or not _known(row, (int(number),), day) or str(value) != pseudonym(int(number)):
                raise _unknown(str(value))


def _known(row: Case, wanted: tuple[int, ...], day: date) -> set[int]:
    if not wanted:
        return set()
    organ = Person.objects.filter(on(day, "appointments__"), appointments__post__organ=row.organ_id)
    found = set(organ.filter(pk__in=wanted).values_list("pk", flat=True))
    handlers = row.handlers.filter(pk__in=wanted).values_list("pk", flat=True) if row.pk else ()
    return found | set(handlers)


def _unknown(named: str) -> Fault:
    return Fault("api.E007", f"“{named}”不是承办机关的人员，也不是本案承办人员", "请核对人员编号")
