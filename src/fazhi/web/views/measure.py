"""One measure: its source text with everything that was read from it, in place."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import register, standing
from fazhi.duties.models import Duty, Measure
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web import chart, highlight
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def measure(request: DeskRequest, pk: int) -> HttpResponse:
    subject = get_object_or_404(Measure.objects.select_related("outline"), pk=pk)
    return render(request, "web/measure.html", _context(subject))


def _context(subject: Measure) -> dict[str, Any]:
    duties = list(subject.duties.filter(withdrawn=None).order_by("position"))
    rows = register.matching(register.Search(outline=subject.outline_id), timezone.localdate())
    counts = standing.counts_by(rows.filter(duty__measure=subject), "duty")
    return {
        "measure": subject,
        "segments": source_of(subject, duties),
        "duties": [(duty, chart.pieces(counts.get(duty.pk, {}))) for duty in duties],
        "parts": _parts(subject),
        "previous": _neighbour(subject, -1),
        "next": _neighbour(subject, 1),
    }


def source_of(subject: Measure, duties: Iterable[Duty]) -> tuple[highlight.Segment, ...]:
    """The measure's stretch of the edition in force, cut at what was read."""
    edition = subject.outline.editions.order_by("-number").first()
    text = edition.text if edition else ""
    piece = text[subject.start : subject.end] or subject.text
    return highlight.segments(piece, list(_marks(text, subject, duties)), subject.start)


def _marks(text: str, subject: Measure, duties: Iterable[Duty]) -> Iterable[highlight.Mark]:
    for duty in duties:
        span = (duty.start, duty.end)
        yield highlight.Mark(span, "duty", f"duty-{duty.pk}")
        words = [("frequency", duty.frequency), ("quantity", duty.quantity)]
        yield from highlight.inner(text, span, words)
        yield from highlight.dates(text, span)
    names = dict.fromkeys(subject.assignments.values_list("written", flat=True))
    yield from highlight.names(text, (subject.start, subject.end), names)


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
