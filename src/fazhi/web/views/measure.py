"""One measure: its source text with everything that was read from it, in place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import register, standing
from fazhi.duties.actions.commit import settled
from fazhi.duties.models import Duty, Measure
from fazhi.duties.naming import Naming
from fazhi.duties.narrowing import General, generals, history
from fazhi.duties.stored import measure_of
from fazhi.office.guard import requires
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.outline import reading
from fazhi.web import chart, highlight
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def measure(request: DeskRequest, pk: int) -> HttpResponse:
    subject = get_object_or_404(Measure.objects.select_related("outline"), pk=pk)
    return render(
        request, "web/measure.html", _context(subject, may_assign=request.actor.may(Right.SUPERVISE))
    )


def _context(subject: Measure, *, may_assign: bool) -> dict[str, Any]:
    duties = list(subject.duties.filter(withdrawn=None).order_by("position"))
    rows = register.matching(register.Search(outline=subject.outline_id), timezone.localdate())
    counts = standing.counts_by(rows.filter(duty__measure=subject), "duty")
    return {
        "measure": subject,
        "segments": source_of(subject, duties),
        "duties": [(duty, chart.pieces(counts.get(duty.pk, {}))) for duty in duties],
        "parts": _parts(subject),
        "may_assign": may_assign,
        "narrowings": history(subject),
        "general": may_assign and bool(_generals(subject)),
        "previous": _neighbour(subject, -1),
        "next": _neighbour(subject, 1),
    }


def _generals(subject: Measure) -> tuple[General, ...]:
    naming = Naming(Directory(timezone.localdate()), settled(subject.outline))
    return generals(subject, measure_of(subject), naming)


def source_of(subject: Measure, duties: Iterable[Duty]) -> tuple[highlight.Segment, ...]:
    """The measure's stretch of the edition in force, cut at what was read."""
    edition = subject.outline.editions.order_by("-number").first()
    if edition is None:
        return ()
    found = measure_of(subject)
    anchors = {(duty.start, duty.end): f"duty-{duty.pk}" for duty in duties}
    marks = list(_marks(found, anchors)) if found else []
    return highlight.segments(edition.text[subject.start : subject.end], marks, subject.start)


def _marks(read: reading.Measure, anchors: Mapping[reading.Span, str]) -> Iterator[highlight.Mark]:
    for duty in read.duties:
        yield from highlight.of_duty(duty, anchors.get(duty.span, ""))
    for unit in read.units:
        yield highlight.Mark(unit.span, "unit")


def _parts(subject: Measure) -> list[tuple[str, list[Any]]]:
    """For each part the names as written, each with the organs it stands for."""
    parts: dict[str, dict[str, list[Any]]] = {}
    for held in subject.assignments.select_related("organ"):
        parts.setdefault(held.get_part_display(), {}).setdefault(held.written, []).append(held.organ)
    return [(label, list(names.items())) for label, names in parts.items()]


def _neighbour(subject: Measure, step: int) -> Measure | None:
    others = subject.outline.measures.filter(withdrawn=False)
    if step < 0:
        return others.filter(position__lt=subject.position).order_by("-position").first()
    return others.filter(position__gt=subject.position).order_by("position").first()
