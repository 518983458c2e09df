"""Who sees which cases: organ, post, part in the case and secrecy, decided here and nowhere else."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from fazhi.cases.models import Case, Secrecy
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


def visible(actor: Actor) -> QuerySet[Case]:
    """The cases a person may see at all; none for a stranger."""
    return Case.objects.filter(_seen(actor))


def parts(actor: Actor) -> tuple[QuerySet[Case], ...]:
    """The same as lists that an index serves: an organ's, what was sent to it, one's own; they overlap."""
    if actor.person_id is None or actor.may(Right.SEE_RESTRICTED):
        return (visible(actor),)
    ordinary = Case.objects.filter(secrecy=Secrecy.ORDINARY)
    if actor.may(Right.SEE_CASES):
        return (ordinary, own(actor))
    organs = _organs(actor)
    held = (ordinary.filter(organ=organ) for organ in organs)
    sent = (ordinary.filter(sent_to=organ) for organ in organs)
    return (*held, *sent, own(actor))


def own(actor: Actor) -> QuerySet[Case]:
    """The cases that a person was put on, which may always be seen."""
    return Case.objects.filter(handlers=actor.person_id)


def found(actor: Actor, pk: int) -> Case:
    """A case by its key; one that may not be seen is not there (nothing is told of it)."""
    row = visible(actor).select_related("organ", "edition").filter(pk=pk).first()
    if row is None:
        raise Fault("cases.E404", "没有这一案件，或者您无权查看", "请核对案号；确需查看的，请由承办人员指派")
    return row


def demand_handle(actor: Actor, case: Case) -> None:
    """Refuse whoever neither handles the case nor works for the organ that does."""
    if not may_handle(actor, case):
        raise Fault("office.E001", "您的岗位无权办理这一案件", "请由承办机关的人员办理，或者由其指派您承办")


def may_handle(actor: Actor, case: Case) -> bool:
    """Whether the person handles the case, or works for the organ that does."""
    organs_own = actor.may(Right.HANDLE, case.organ_id) and case.secrecy == Secrecy.ORDINARY
    return organs_own or handles(actor, case)


def handles(actor: Actor, case: Case) -> bool:
    """Whether the person was put on the case."""
    return actor.person_id is not None and case.handlers.filter(pk=actor.person_id).exists()


def looks(actor: Actor, case: Case, keeper: int | None = None) -> bool:
    """Whether the person may look at who somebody is: who was put on the case, the keeper of what it was said
    in, and who audits restricted cases.
    """
    kept = keeper is not None and actor.person_id == keeper
    return kept or handles(actor, case) or actor.may(Right.SEE_RESTRICTED)


def _seen(actor: Actor) -> Q:
    if actor.person_id is None:
        return Q(pk__in=())
    mine = Exists(Case.handlers.through.objects.filter(case=OuterRef("pk"), person=actor.person_id))
    if actor.may(Right.SEE_RESTRICTED):
        return Q()
    ordinary = Q(secrecy=Secrecy.ORDINARY)
    if actor.may(Right.SEE_CASES):
        return ordinary | Q(mine)
    organs = _organs(actor)
    return (ordinary & (Q(organ__in=organs) | Q(sent_to__in=organs))) | Q(mine)


def _organs(actor: Actor) -> list[int]:
    return [organ for organ in actor.organs() if actor.may(Right.SEE_CASES, organ)]
