"""Who may work at a file: whoever handles the case puts papers in, its keeper closes it and hands it over."""

from datetime import date, datetime

from django.utils import timezone

from fazhi.cases import capacity, policy, store
from fazhi.cases.actions.append import persons
from fazhi.cases.models import Case
from fazhi.cases.store import File
from fazhi.chapters.decisions.archive import standing
from fazhi.chapters.decisions.archive.demand import demands
from fazhi.chapters.decisions.archive.standing import Standing
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import persons as people

LONGEST = 500


def handled(actor: Actor, case_id: int) -> Standing:
    """The file, its case locked, for somebody who handles it; ``Fault`` otherwise."""
    row = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id)
    policy.demand_handle(actor, row)
    return standing.standing(row)


def kept(actor: Actor, case_id: int, at: datetime) -> Standing:
    """The same for its keeper (办公机构)."""
    now = handled(actor, case_id)
    if wrong := objection(actor, now.file, timezone.localdate(at)):
        raise wrong
    return now


def objection(actor: Actor, file: File, day: date) -> Fault | None:
    """Why a person is not the keeper of a file on a day, nothing where they are."""
    edition = file.case.edition
    role = edition.role[demands(edition.id).keeper]
    acting = capacity.people(persons(actor, ()), file.row, day)
    found = (refusal.fault() for refusal in people.refusals(edition, role, acting, file.case.state, day))
    return next(found, None)


def loaded(row: Case) -> Standing:
    """The file as it is after an act."""
    return standing.of(store.file(Case.objects.select_related("organ").get(pk=row.pk)))


def words(text: str, what: str) -> str:
    """A text that says something and can be kept."""
    said = text.strip()
    if not said or len(said) > LONGEST or "\0" in said:
        wrong = f"没有填写{what}，或者超过{LONGEST}字、含有无效字符"
        raise Fault("archive.E003", wrong, f"请填写{what}；您填写的其他内容还在")
    return said
