"""Who sees which documents: those of organs whose files one may read, of a case only with the case."""

from django.db.models import Exists, OuterRef, QuerySet

from fazhi.cases import policy
from fazhi.cases.models import Case
from fazhi.documents.models import Document, Series
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


def visible(actor: Actor) -> QuerySet[Document]:
    """The documents a person may see; none for a stranger."""
    rows = Document.objects.select_related("organ", "made_by")
    if not actor.may(Right.READ_FILE):
        organs = {organ for organ, _ in actor.capacities()}
        rows = rows.filter(organ__in=[one for one in organs if actor.may(Right.READ_FILE, one)])
    about = Case.objects.filter(number=OuterRef("case_key"))
    return rows.exclude(Exists(about.exclude(pk__in=policy.visible(actor).values("pk"))))


def series(actor: Actor) -> QuerySet[Series]:
    """The series of numbers a person may see: those of organs whose files one may read."""
    rows = Series.objects.select_related("organ")
    if actor.may(Right.READ_FILE):
        return rows
    organs = {organ for organ, _ in actor.capacities()}
    return rows.filter(organ__in=[one for one in organs if actor.may(Right.READ_FILE, one)])


def found(actor: Actor, pk: int) -> Document:
    """A document by its key; one that may not be seen is not there."""
    row = visible(actor).filter(pk=pk).first()
    if row is None:
        raise Fault(
            "documents.E404", "没有这一文书，或者您无权查看", "请核对文号；属于案件的，请由承办人员指派"
        )
    return row
