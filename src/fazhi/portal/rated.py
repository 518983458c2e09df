"""What may be rated and what a rating leads to (7.4): a matter that is done, once, by who holds its code."""

from collections.abc import Iterator
from datetime import date

from fazhi.cases import lawbook
from fazhi.fault import Fault
from fazhi.law.last_day import last_day
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.office.models import Organ
from fazhi.portal.models import Application, Limit
from fazhi.procedure.edition import Edition

PROCEDURE = "service-rating"
RATE = "rate"
NOT_DONE = Fault("portal.E010", "这件事还没有办结，现在不能评价", "请在办结以后评价；有意见的，现在可以投诉")
NONE = Fault("portal.E012", "本地的规则包没有好差评的程序", "请由运维人员核对规则包")


def governing(day: date) -> Edition:
    """The edition under which ratings are kept; ``Fault`` portal.E012 where the packs have none."""
    if PROCEDURE not in lawbook.editions():
        raise NONE
    return lawbook.governing(PROCEDURE, day)


def offered(application: Application, day: date) -> bool:
    """Whether the applicant is asked for a rating."""
    known = any(one.in_force(day) for one in lawbook.editions().get(PROCEDURE, ()))
    return known and bool(application.case.outcome) and not hasattr(application.case, "rating")


def limits(organ: Organ) -> dict[str, Limit]:
    """The office's latest answer for each step that it was asked about."""
    return {one.step: one for one in Limit.objects.filter(organ=organ).order_by("pk")}


def due(organ: Organ, since: date) -> Iterator[tuple[str, date]]:
    """The last day of each step that the office gave a figure for, counted from the day of the rating.

    No text says that a last day of rest moves, so calendar days do not; what no calendar tells is left out.
    """
    for step, limit in limits(organ).items():
        if limit.amount:
            period = Period(limit.amount, Unit(limit.unit))
            day = last_day(since, period, lawbook.days(), roll=False).day
            if day:
                yield step, day
