"""A case's ties to other cases, as far as the caller may see those."""

from django.db.models import Q

from fazhi.api import told
from fazhi.cases import policy
from fazhi.cases.models import Case
from fazhi.office.actor import Actor


def tied(row: Case) -> bool:
    """Whether another case can change what is told of this one without an act in it."""
    return any((row.outer_id, row.lead_id, row.origin_id, row.sent_to_id)) or row.offshoots.exists()


def ties(row: Case, actor: Actor) -> told.TiesOut:
    """What the case hangs together with; a case that may not be seen is not among them."""
    near = Q(outer=row) | Q(origin=row) | Q(pk__in=[pk for pk in (row.outer_id, row.origin_id) if pk])
    joined = Q(lead=row.lead_id) if row.lead_id else Q()
    rows = list(policy.visible(actor).filter(near | joined).exclude(pk=row.pk).order_by("pk"))
    return told.TiesOut(
        outer=next((_ref(one) for one in rows if one.pk == row.outer_id), None),
        inners=[_inner(one) for one in rows if one.outer_id == row.pk],
        joined=[_ref(one) for one in rows if row.lead_id and one.lead_id == row.lead_id],
        origin=next((_ref(one) for one in rows if one.pk == row.origin_id), None),
        offshoots=[_ref(one) for one in rows if one.origin_id == row.pk],
        sent_to=told.Named(id=row.sent_to.code, title=row.sent_to.name) if row.sent_to else None,
    )


def _ref(row: Case) -> told.CaseRef:
    return told.CaseRef(id=row.pk, number=row.number)


def _inner(row: Case) -> told.InnerOut:
    return told.InnerOut(id=row.pk, number=row.number, sub=row.sub, outcome=row.outcome)
