"""General names in a measure (区政府各有关部门), and what was decided that they mean there.

Such words name only the organs that are concerned, and the directory cannot know which. Until a coordinator
says so they stand for every member in the measure's parts, and for nobody as the subject of a duty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fazhi.duties.models import Measure, Narrowing
from fazhi.duties.naming import Naming
from fazhi.office.models import Organ
from fazhi.office.resolution import BETWEEN, plain
from fazhi.outline import reading as read

Meant = dict[str, tuple[str, ...]]
"""Codes of organs by plain written name."""


@dataclass(frozen=True)
class General:
    """A general name that a measure writes, the organs it may mean, and the decision in force."""

    written: str
    members: tuple[Organ, ...]
    decided: Narrowing | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The organs meant now."""
        return tuple(self.decided.organs) if self.decided else tuple(one.code for one in self.members)


def decided(measures: Iterable[int]) -> Mapping[int, dict[str, Narrowing]]:
    """For each measure the decision in force on each name, by plain written name."""
    found: dict[int, dict[str, Narrowing]] = defaultdict(dict)
    for row in Narrowing.objects.filter(measure__in=list(measures)).order_by("pk"):
        found[row.measure_id].pop(plain(row.written), None)
        if row.organs:
            found[row.measure_id][plain(row.written)] = row
    return found


def meant(measures: Iterable[int]) -> Mapping[int, Meant]:
    """The same as codes of organs."""
    rows = decided(measures).items()
    return {pk: {name: tuple(row.organs) for name, row in names.items()} for pk, names in rows}


def history(measure: Measure) -> list[tuple[Narrowing, tuple[str, ...]]]:
    """Every decision on a measure with the names of the organs, the newest first."""
    rows = list(measure.narrowings.select_related("by").order_by("-pk"))
    names = dict(Organ.objects.values_list("code", "name")) if rows else {}
    return [(row, tuple(names[code] for code in row.organs)) for row in rows]


def generals(measure: Measure, written: read.Measure | None, naming: Naming) -> tuple[General, ...]:
    """The general names of a measure in the order written, those in the subjects of its duties included."""
    standing = decided([measure.pk]).get(measure.pk, {})
    names = {plain(name): name for name in reversed(list(_names(written)))} if written else {}
    found = [(name, naming.resolve(name)) for name in reversed(names.values())]
    return tuple(
        General(name, resolved.organs, standing.get(plain(name)))
        for name, resolved in found
        if resolved.group and resolved.group.narrow
    )


def _names(measure: read.Measure) -> Iterator[str]:
    yield from (unit.name for unit in measure.units)
    for duty in measure.duties:
        yield from (duty.who, *BETWEEN.split(plain(duty.who))) if duty.who else ()
