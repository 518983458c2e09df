"""A small installation with many clocks that ran out, for the test that kills its worker."""

import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from fazhi.cli.schema import ready

NOW = datetime(2026, 7, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 7, 6)


def fill(count: int) -> None:
    """So many requests that nobody replied to, handled by the clerk who received them."""
    ready()
    from fazhi.cases.actions import Open, Perform
    from fazhi.office.actions.establish import establish
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Organ, Person
    from fazhi.office.pack import OfficePack, load

    establish(load(Path(__file__).parents[1] / "organs.yaml", OfficePack), date(2020, 1, 1))
    actor = actor_of(Person.objects.get(user__username="receiver").user, DAY)
    organ = Organ.objects.get(code="justice")
    facts = {"channel": "in-person", "submitted_on": DAY}
    for _ in range(count):
        case = Open(
            procedure="disclosure-on-request", organ=organ, act="submit", happened_on=DAY,
            facts={"channel": "in-person"},
        ).perform(actor, NOW)  # fmt: skip
        Perform(case=case, expected=1, act="receive", happened_on=DAY, facts=facts).perform(actor, NOW)


def count() -> None:
    """Reminders, their events, and what the clerk and the leaders were told."""
    ready()
    from fazhi.cases.models import Clock, Event
    from fazhi.notices.models import Notice, Rung

    events = Event.objects.filter(kind__startswith="clock.").count()
    told = Notice.objects.filter(event__kind__startswith="clock.", person__user__username="receiver")
    waiting = Clock.objects.exclude(wake_on=None).count()
    print(Rung.objects.count(), events, told.count(), told.values("event").distinct().count(), waiting)


if __name__ == "__main__":
    fill(int(sys.argv[2])) if sys.argv[1] == "fill" else count()
