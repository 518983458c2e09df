"""The demo's figures: two periods frozen, the open way of counting settled, duties answered by them."""

from datetime import date, datetime

from django.utils import timezone

from fazhi.indicators import definitions
from fazhi.indicators.actions import AnswerDue, Freeze, Settle
from fazhi.indicators.models import Snapshot
from fazhi.indicators.period import Period, containing
from fazhi.office.actor import Actor

GROUND = "演示：区司法局意见，并非真实文件"


def play(coordinator: Actor, now: datetime) -> None:
    """Settle what is open and freeze the figures of the whole district; a second time nothing is done."""
    if Snapshot.objects.exists():
        return
    today = timezone.localdate(now)
    for indicator in definitions.on(today):
        if indicator.choice:
            option = next(iter(indicator.choice.options))
            Settle(code=indicator.id, option=option, ground=GROUND).perform(coordinator, now)
    for period in _periods(today):
        for indicator in definitions.on(period.last):
            Freeze(code=indicator.id, organ=None, period=period).perform(coordinator, now)
    AnswerDue().perform(now)


def _periods(today: date) -> tuple[Period, Period]:
    """The last year and the last half of a year that are over."""
    half = containing(today, "H").earlier()
    return containing(today).earlier(), half if half.first.year == today.year else half.earlier()
