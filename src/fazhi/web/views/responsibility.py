"""Who answers for what in a decision; for those who may look back, what one person did in all of them."""

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.cases import capacity, policy, store
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.archive import responsibility
from fazhi.chapters.decisions.archive.actions import Inquire
from fazhi.chapters.decisions.archive.demand import PROCEDURES
from fazhi.chapters.decisions.archive.models import Inquiry
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.guard import requires
from fazhi.office.models import Organ, Person
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest

LATEST = 50
MOST = 200
"""Decisions of one person that a page reads."""


@requires(Right.READ)
@require_safe
def decision(request: DeskRequest, pk: int) -> HttpResponse:
    """The parts of one decision, dissent among them, each line with its proof; for whoever sees the case."""
    row = policy.found(request.actor, pk)
    if row.procedure not in PROCEDURES:
        raise Http404
    file = store.file(row)
    context = {
        "row": row,
        "edition": file.case.edition,
        "parts": responsibility.parts(row.procedure),
        "taken": responsibility.of(file),
        "looks_back": request.actor.may(Right.LOOK_BACK),
    }
    return render(request, "web/responsibility.html", context)


@requires(Right.LOOK_BACK)
@require_safe
def people(request: DeskRequest) -> HttpResponse:
    """Whom one can look up, and who looked whom up before."""
    return _people(request)


def _people(
    request: DeskRequest, status: int = 200, fault: Fault | None = None, chosen: str = ""
) -> HttpResponse:
    acting = Act.objects.filter(case__procedure__in=PROCEDURES).values("person")
    context = {
        "people": Person.objects.filter(pk__in=acting).order_by("name", "pk"),
        "looks": Inquiry.objects.select_related("subject", "person")[:LATEST],
        "fault": fault,
        "chosen": chosen,
        "posted": request.POST,
    }
    return render(request, "web/responsibility_people.html", context, status=status)


@requires(Right.LOOK_BACK)
@require_POST
def person(request: DeskRequest) -> HttpResponse:
    """What one person did in the decisions that the reader may see, once, on a page that no browser keeps."""
    asked = request.POST.get("person", "")
    subject = get_object_or_404(Person, pk=int(asked) if asked.isdecimal() and len(asked) < 10 else 0)
    try:
        look = Inquire(subject=subject, purpose=request.POST.get("purpose", "")).perform(
            request.actor, timezone.now()
        )
    except Fault as fault:
        return _people(request, status_of(fault), fault, asked)
    context = {"subject": subject, "look": look, "decisions": _decisions(request.actor, subject), "cut": MOST}
    return render(request, "web/responsibility_person.html", context)


def _decisions(actor: Actor, subject: Person) -> list[tuple[Case, tuple[responsibility.Taken, ...]]]:
    organs = Organ.objects.filter(posts__holders=subject)
    part = Q(organ__in=organs) | Q(acts__person=subject) | Q(engagements__person=subject)
    rows = policy.visible(actor).filter(part, procedure__in=PROCEDURES).distinct()
    pseudonym = capacity.pseudonym(subject.pk)
    held = (
        (row, store.file(row)) for row in rows.select_related("organ").order_by("-latest_on", "-pk")[:MOST]
    )
    found = ((row, responsibility.by_person(responsibility.of(file), pseudonym)) for row, file in held)
    return [(row, taken) for row, taken in found if taken]
