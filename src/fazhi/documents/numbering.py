"""What became of every number of a series: a reader of the list finds no gap that nobody explains."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fazhi.documents.models import Fate, Number, Series


@dataclass(frozen=True)
class Account:
    """The numbers of one series by their fate; ``missing`` were never given out, and there are none."""

    last: int
    used: int
    voided: int
    open: int
    missing: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every number up to the last is accounted for."""
        return not self.missing and self.used + self.voided + self.open == self.last


def accounts(rows: Iterable[Series]) -> list[tuple[Series, Account]]:
    """Each series with its account; one query for all of them."""
    series = list(rows)
    held = Number.objects.filter(series__in=series).values_list("series_id", "value", "fate__kind")
    by_series: dict[int, dict[int, str | None]] = {}
    for pk, value, kind in held:
        by_series.setdefault(pk, {})[value] = kind
    return [(one, _account(one.last, by_series.get(one.pk, {}))) for one in series]


def _account(last: int, fates: dict[int, str | None]) -> Account:
    count = Counter(fates.values())
    return Account(
        last=last,
        used=count[Fate.Kind.USED],
        voided=count[Fate.Kind.VOIDED],
        open=count[None],
        missing=tuple(value for value in range(1, last + 1) if value not in fates),
    )
