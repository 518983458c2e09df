"""Make what figures are read from anew out of the acts, as after an upgrade that brought it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from fazhi.cases import store
from fazhi.cases.models import Case
from fazhi.cases.projection import Pair
from fazhi.indicators import definitions
from fazhi.indicators.actions.project import CHUNK, Standings


@dataclass(frozen=True)
class Rebuilt:
    """How many cases were looked at, and how many were not as their acts say."""

    cases: int
    changed: int


def rebuild() -> Rebuilt:
    """Every case that is counted, some hundred in one transaction, locked; twice changes nothing."""
    cases = changed = 0
    for keys in _chunks():
        with transaction.atomic():
            pairs = list(_pairs(keys))
            wrong = [pair for pair in pairs if not Standings().agrees(*pair)]
            Standings().bring(wrong)
        cases, changed = cases + len(pairs), changed + len(wrong)
    return Rebuilt(cases, changed)


def _chunks() -> Iterator[list[int]]:
    last = 0
    rows = Case.objects.filter(procedure__in=definitions.counted()).order_by("pk")
    while keys := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:CHUNK]):
        yield keys
        last = keys[-1]


def _pairs(keys: list[int]) -> Iterator[Pair]:
    rows = Case.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    return ((row, store.load(row)) for row in rows)
