"""Outlines and their measures with the duties in them, as the search finds them: for officials."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from fazhi.duties.models import Measure, Outline
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.search.source import Entry, Watch


def _read(actor: Actor) -> frozenset[str] | None:
    return None if actor.may(Right.READ) else frozenset()


class Measures:
    """A measure's text holds its duties; the organs are those that lead, answer for or help with it."""

    kind = "measure"
    title = "举措和任务"
    icon = "ledger"
    table = "duties_measure"
    watches = (
        Watch("duties_measure"),
        Watch("duties_assignment", "SELECT {row}.measure_id AS id"),
    )

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        rows = Measure.objects.filter(pk__in=keys, withdrawn=False).select_related("outline")
        for row in rows.prefetch_related("assignments"):
            organs = frozenset(one.organ_id for one in row.assignments.all())
            title = f"{row.number}. {row.title}" if row.title else f"{row.outline.title} {row.number}"
            yield Entry(row.pk, title, row.text, row.deadline, organs)

    def circles(self, actor: Actor) -> frozenset[str] | None:
        return _read(actor)

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        rows = Measure.objects.filter(pk__in=keys, withdrawn=False) if actor.may(Right.READ) else ()
        return {row.pk: reverse("web:measure", args=[row.pk]) for row in rows}


class Outlines:
    """Outlines by title and issuer."""

    kind = "outline"
    title = "纲要"
    icon = "outline"
    table = "duties_outline"
    watches = (Watch("duties_outline"),)

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        for row in Outline.objects.filter(pk__in=keys):
            yield Entry(row.pk, row.title, row.issuer, row.signed_on)

    def circles(self, actor: Actor) -> frozenset[str] | None:
        return _read(actor)

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        rows = Outline.objects.filter(pk__in=keys) if actor.may(Right.READ) else ()
        return {row.pk: reverse("web:outline", args=[row.pk]) for row in rows}
