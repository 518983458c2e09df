"""Who leads, answers and cooperates in which measure: the responsibility matrix of an outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fazhi.duties.models import Assignment, Measure, Outline
from fazhi.office.models import Group, Organ
from fazhi.office.models.organ import GroupAlias
from fazhi.office.resolution import plain


@dataclass(frozen=True)
class Row:
    """One organ, or one group word: its part in each measure, in their order; empty where it has none."""

    organ: Organ | None
    parts: tuple[str, ...]
    group: str = ""
    """The group word where the row stands for a whole group."""

    @property
    def name(self) -> str:
        return self.group or str(self.organ)

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


Band = tuple[str, tuple[Row, ...]]
"""A kind of organ with its rows."""


@dataclass(frozen=True)
class Matrix:
    """Measures grouped by chapter across, organs grouped by kind down."""

    chapters: tuple[tuple[str, int], ...]
    """Each chapter with its number of measures."""
    measures: tuple[Measure, ...]
    bands: tuple[Band, ...]


def matrix(outline: Outline, *, folded: bool = False) -> Matrix:
    """The matrix of the measures now in force; organs without a part are left out.

    ``folded`` keeps group words (各街道) as one row each, after the organs named by themselves.
    """
    measures = tuple(outline.measures.filter(withdrawn=False).order_by("position"))
    chapters = tuple((name, len(list(group))) for name, group in groupby(measures, lambda m: m.chapter))
    held = list(Assignment.objects.filter(measure__outline=outline, measure__withdrawn=False))
    words = _group_words() if folded else set()
    bands = _bands([a for a in held if plain(a.written) not in words], measures)
    return Matrix(
        chapters, measures, (*bands, *_groups([a for a in held if plain(a.written) in words], measures))
    )


def _group_words() -> set[str]:
    """Every wording of every group, as the directory compares them."""
    words = [
        *Group.objects.values_list("name", flat=True),
        *GroupAlias.objects.values_list("text", flat=True),
    ]
    return {plain(word) for word in words}


def _groups(held: Sequence[Assignment], measures: Sequence[Measure]) -> list[Band]:
    part = {(a.written, a.measure_id): a.part for a in held}
    words = dict.fromkeys(word for word, _ in part)
    rows = tuple(Row(None, tuple(part.get((w, m.pk), "") for m in measures), w) for w in words)
    return [("机构组", rows)] if rows else []


def _bands(held: Sequence[Assignment], measures: Sequence[Measure]) -> list[Band]:
    part = {(a.organ_id, a.measure_id): a.part for a in held}
    organs = Organ.objects.filter(pk__in={organ for organ, _ in part})
    rows = [Row(organ, tuple(part.get((organ.pk, m.pk), "") for m in measures)) for organ in organs]
    kinds = ((kind.label, tuple(r for r in rows if r.organ and r.organ.kind == kind)) for kind in Organ.Kind)
    return [(label, found) for label, found in kinds if found]
