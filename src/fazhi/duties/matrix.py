"""Who leads, answers and cooperates in which measure: the responsibility matrix of an outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fazhi.duties.models import Assignment, Measure, Outline
from fazhi.office.models import Organ


@dataclass(frozen=True)
class Row:
    """One organ: its part in each measure, in the order of the measures; empty where it has none."""

    organ: Organ
    parts: tuple[str, ...]

    def count(self, part: str) -> int:
        return self.parts.count(part)

    @property
    def lead(self) -> int:
        return self.count(Assignment.Part.LEAD)

    @property
    def responsible(self) -> int:
        return self.count(Assignment.Part.RESPONSIBLE)

    @property
    def cooperating(self) -> int:
        return self.count(Assignment.Part.COOPERATING)


@dataclass(frozen=True)
class Matrix:
    """Measures grouped by chapter across, organs grouped by kind down."""

    chapters: tuple[tuple[str, int], ...]
    """Each chapter with its number of measures."""
    measures: tuple[Measure, ...]
    bands: tuple[tuple[str, tuple[Row, ...]], ...]
    """Each kind of organ with its rows."""


def matrix(outline: Outline) -> Matrix:
    """The matrix of the measures now in force; organs without a part are left out."""
    measures = tuple(outline.measures.filter(withdrawn=False).order_by("position"))
    chapters = tuple((name, len(list(group))) for name, group in groupby(measures, lambda m: m.chapter))
    return Matrix(chapters, measures, tuple(_bands(outline, measures)))


def _bands(outline: Outline, measures: Sequence[Measure]) -> list[tuple[str, tuple[Row, ...]]]:
    held = Assignment.objects.filter(measure__outline=outline, measure__withdrawn=False)
    part = {(a.organ_id, a.measure_id): a.part for a in held}
    organs = Organ.objects.filter(pk__in={organ for organ, _ in part})
    rows = [Row(organ, tuple(part.get((organ.pk, m.pk), "") for m in measures)) for organ in organs]
    kinds = ((kind.label, tuple(r for r in rows if r.organ.kind == kind)) for kind in Organ.Kind)
    return [(label, found) for label, found in kinds if found]
