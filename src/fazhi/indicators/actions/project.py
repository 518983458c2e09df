"""The rows that figures are read from, brought to what the acts of cases say, with every act."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fazhi.cases.models import Case
from fazhi.cases.projection import Pair
from fazhi.indicators import definitions, folding
from fazhi.indicators.models import Deed, Standing
from fazhi.procedure import case as procedure

CHUNK = 500
Key = tuple[int, str, date]


class Standings:
    """The projection of this app."""

    name = "指标汇总"

    def bring(self, pairs: Sequence[Pair]) -> None:
        """Write what differs of the deeds, and the facts, of cases that some indicator counts."""
        counted = [(row, held) for row, held in pairs if row.procedure in definitions.counted()]
        for start in range(0, len(counted), CHUNK):
            _bring(counted[start : start + CHUNK])

    def agrees(self, row: Case, held: procedure.Case) -> bool:
        if row.procedure not in definitions.counted():
            return True
        stored = Standing.objects.filter(pk=row.pk).values_list("facts", flat=True).first()
        return stored == folding.facts(held) and _stored([row]) == dict(_wanted([(row, held)]))


def _bring(pairs: Sequence[Pair]) -> None:
    stored = _stored([row for row, _ in pairs])
    wanted = dict(_wanted(pairs))
    _drop(key for key in stored if key not in wanted)
    _write({key: times for key, times in wanted.items() if stored.get(key) != times})
    rows = [Standing(case=row, facts=folding.facts(held)) for row, held in pairs]
    Standing.objects.bulk_create(rows, update_conflicts=True, update_fields=["facts"], unique_fields=["case"])


def _stored(rows: Sequence[Case]) -> dict[Key, int]:
    found = Deed.objects.filter(case__in=[row.pk for row in rows])
    return {(case, name, day): n for case, name, day, n in found.values_list("case", "name", "day", "times")}


def _wanted(pairs: Sequence[Pair]) -> Iterator[tuple[Key, int]]:
    for row, held in pairs:
        for (name, day), times in folding.deeds(held).items():
            yield (row.pk, name, day), times


def _write(wanted: Mapping[Key, int]) -> None:
    rows = [Deed(case_id=case, name=name, day=day, times=n) for (case, name, day), n in wanted.items()]
    if rows:
        Deed.objects.bulk_create(
            rows,
            batch_size=2_000,
            update_conflicts=True,
            update_fields=["times"],
            unique_fields=["case", "name", "day"],
        )


def _drop(gone: Iterator[Key]) -> None:
    for case, name, day in gone:
        Deed.objects.filter(case=case, name=name, day=day).delete()
