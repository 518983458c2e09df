"""One of several processes that open cases at the same time; prints the numbers they got."""

import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fazhi.cli.schema import ready


def main(count: int) -> None:
    ready()
    from fazhi.cases.actions import Open
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Organ, Person

    now, day = datetime(2026, 7, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai")), date(2026, 7, 6)
    actor = actor_of(Person.objects.get(user__username="receiver").user, day)
    organ = Organ.objects.get(code="justice")
    for _ in range(count):
        case = Open(
            procedure="disclosure-on-request", organ=organ, act="submit", happened_on=day,
            facts={"channel": "in-person"},
        ).perform(actor, now)  # fmt: skip
        print(case.number.rsplit("〕")[1].rstrip("号"))


if __name__ == "__main__":
    main(int(sys.argv[1]))
