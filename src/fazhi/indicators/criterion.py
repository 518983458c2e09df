"""Conditions of an indicator as SQL over what is projected of cases and of register entries.

Each leaf is an ``EXISTS`` or a comparison that is true or false, never unknown, so that *not* means what it
says where a fact was never recorded.
"""

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan

from fazhi.cases.models import Clock
from fazhi.indicators.models import Deed, Standing
from fazhi.indicators.period import Period
from fazhi.packs.indicator_entry import ANY, CriterionEntry
from fazhi.registers.models import Entry

HERE = OuterRef("pk")


class Terms:
    """How the leaves of conditions read in one period, seen from one day."""

    def __init__(self, period: Period, today: date) -> None:
        self.period, self.today = period, today

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the period."""
        return self.period.first, self.period.last

    def of(self, criterion: CriterionEntry) -> Q:
        """A condition on the rows of a query over cases or entries."""
        if criterion.all is not None:
            return reduce(and_, map(self.of, criterion.all), Q())
        if criterion.any is not None:
            return reduce(or_, map(self.of, criterion.any))
        if criterion.not_ is not None:
            return ~self.of(criterion.not_)
        return next(
            leaf(self, criterion) for form, leaf in LEAVES.items() if criterion.said(form) is not None
        )

    def done(self, criterion: CriterionEntry) -> Q:
        return Q(Exists(self.deeds(str(criterion.done), within=criterion.in_period)))

    def deeds(self, act: str, *, within: bool) -> QuerySet[Deed]:
        """The deeds of a name of the case around, in the period or whenever."""
        rows = Deed.objects.filter(case=HERE, name=act)
        return rows.filter(day__range=self.days) if within else rows

    def opened(self, criterion: CriterionEntry) -> Q:
        """More of the one act than of those that answer it."""
        return Q(GreaterThan(_times((str(criterion.open),)), _times(criterion.until)))

    def ended(self, criterion: CriterionEntry) -> Q:
        if isinstance(criterion.ended, tuple):
            return Q(outcome__in=criterion.ended)
        return ~Q(outcome="") if criterion.ended else Q(outcome="")

    def met(self, criterion: CriterionEntry) -> Q:
        rows = self.clocks(str(criterion.met), within=criterion.in_period)
        return Q(Exists(rows.filter(stopped__lte=F("due"))))

    def late(self, criterion: CriterionEntry) -> Q:
        rows = self.clocks(str(criterion.late), within=criterion.in_period)
        return Q(Exists(rows.filter(self.missed())))

    def missed(self) -> Q:
        """Of a clock: it stopped after its last day, or runs on after it."""
        return Q(stopped__gt=F("due")) | Q(stopped=None, due__lt=self.today)

    def clocks(self, name: str, *, within: bool) -> QuerySet[Clock]:
        """The clocks of the case around by name, or all of them, with their last day in the period."""
        rows = Clock.objects.filter(case=HERE, **({} if name == ANY else {"name": name}))
        return rows.filter(due__range=self.days) if within else rows

    def fact(self, criterion: CriterionEntry) -> Q:
        return _held(Standing.objects, str(criterion.fact), "facts", criterion)

    def column(self, criterion: CriterionEntry) -> Q:
        return _held(Entry.objects, str(criterion.column), "cells", criterion)


LEAVES: dict[str, Callable[[Terms, CriterionEntry], Q]] = {
    "done": Terms.done,
    "open": Terms.opened,
    "ended": Terms.ended,
    "met": Terms.met,
    "late": Terms.late,
    "fact": Terms.fact,
    "column": Terms.column,
}


def _times(acts: tuple[str, ...]) -> Coalesce:
    """How often some acts stand in the case around."""
    rows = Deed.objects.filter(case=HERE, name__in=acts).order_by().values("case")
    return Coalesce(Subquery(rows.values(n=Sum("times"))[:1]), Value(0), output_field=IntegerField())


def _held(rows: Any, name: str, field: str, criterion: CriterionEntry) -> Q:
    """Whether a value by name in a JSON column says what is asked.

    The key is given to its transform: written into a look-up, a fact named ``in`` would be taken for one.
    """
    found: QuerySet[Model] = rows.filter(pk=HERE).alias(told=KeyTransform(name, field))
    return Q(Exists(found.filter(_asked(criterion))))


def _asked(criterion: CriterionEntry) -> Q:
    if criterion.known:
        return Q(told__isnull=False)
    if criterion.values:
        return reduce(or_, (Q(told=value) for value in criterion.values))
    low = Q() if criterion.at_least is None else Q(told__gte=criterion.at_least)
    return low if criterion.at_most is None else low & Q(told__lte=criterion.at_most)
