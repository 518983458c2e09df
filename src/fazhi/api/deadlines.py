"""What falls due in the cases that a person handles, as ICS (RFC 5545) and as Atom (RFC 4287).

The token stands in the address, where logs and histories may keep it: so it must open feeds and nothing else.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from icalendar import Calendar, Event

from fazhi.api import caller
from fazhi.api.caller import Caller
from fazhi.api.scope import Scope
from fazhi.cases import lawbook, policy
from fazhi.cases.models import Clock
from fazhi.fault import Fault

ICS, ATOM = "text/calendar", "application/atom+xml"
MOST = 500
TITLE = "本人承办案件的到期日"


def ics(token: str, site: str, now: datetime) -> bytes:
    """The calendar behind a token; ``site`` is the address of the installation, without a last slash."""
    found = _owner(token, now)
    book = Calendar()
    book.add("prodid", "-//Fazhi//法治政府工作平台//ZH")
    book.add("version", "2.0")
    book.add("x-wr-calname", TITLE)
    for clock in _clocks(found):
        book.add_component(_event(clock, site, now))
    return bytes(book.to_ical())


def _event(clock: Clock, site: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"clock-{clock.pk}@fazhi")
    event.add("dtstamp", now)
    event.add("dtstart", clock.due)
    event.add("dtend", clock.due + timedelta(days=1) if clock.due else None)
    event.add("summary", _says(clock))
    event.add("description", f"{_title(clock)}，{clock.started} 起算")
    event.add("url", site + reverse("web:case", args=[clock.case_id]))
    event.add("transp", "TRANSPARENT")
    return event


def atom(token: str, site: str, now: datetime) -> str:
    """The feed behind a token; ``site`` is the address of the installation, without a last slash."""
    found = _owner(token, now)
    feed = Atom1Feed(TITLE, f"{site}{reverse('web:cases')}", "", "zh-CN", author_name=found.name)
    feed.feed["id"] = f"{site}/api/v1/feeds/person-{found.identity}"
    for clock in _clocks(found):
        address = site + reverse("web:case", args=[clock.case_id])
        feed.add_item(
            title=_says(clock),
            link=address,
            description=f"{_title(clock)}，{clock.started} 起算，{clock.due} 到期",
            unique_id=f"{address}#clock-{clock.pk}-{clock.due}",
            updateddate=clock.case.opened_at,
        )
    return feed.writeString("utf-8")


def _says(clock: Clock) -> str:
    provisional = "（暂定）" if clock.provisional else ""
    return f"{clock.due}{provisional} {_title(clock)} {clock.case.number}"


def _title(clock: Clock) -> str:
    return lawbook.edition(clock.case.edition_id).words.clock(clock.name)


def _owner(token: str, now: datetime) -> Caller:
    row, found = caller.behind(token, now)
    found.demand_scope(Scope.FEEDS_READ)
    if row.scopes != [Scope.FEEDS_READ.value]:
        wrong = "这个令牌还有其他权限，不能写在订阅地址中"
        raise Fault("api.E403", wrong, "请另行生成只有“订阅期限”权限的令牌")
    return found


def _clocks(found: Caller) -> Iterable[Clock]:
    """The open limits of the person's own cases, the earliest first."""
    own = policy.visible(found).filter(handlers=found.person_id, outcome="")
    rows = Clock.objects.filter(case__in=own, stopped=None, due__isnull=False)
    return rows.select_related("case").order_by("due", "pk")[:MOST]
