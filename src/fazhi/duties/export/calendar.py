"""An organ's due dates as a calendar feed that Outlook, WPS and phones subscribe to (RFC 5545)."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar, Event

from fazhi.duties.models import Feed, Occurrence
from fazhi.duties.register import Search, matching
from fazhi.duties.status import OPEN_ENDED, Status
from fazhi.fault import Fault
from fazhi.office.models import Organ


def feed(token: str, site: str, now: datetime) -> bytes:
    """The feed behind a token, with addresses of ``site``; a token unknown or revoked is ``duties.E040``."""
    row = Feed.objects.filter(token=token, revoked_at=None).select_related("organ").first()
    if row is None:
        raise Fault("duties.E040", "订阅地址无效或已停用", "请在本单位页面重新生成订阅地址")
    return bytes(calendar(row.organ, site, now).to_ical())


def calendar(organ: Organ, site: str, now: datetime) -> Calendar:
    """What the organ still owes, each on its last day."""
    book = Calendar()
    book.add("prodid", "-//Fazhi//法治政府工作平台//ZH")
    book.add("version", "2.0")
    book.add("x-wr-calname", f"{organ}应办事项")
    rows = matching(Search(organ=organ.pk), timezone.localdate(now))
    for row in rows.filter(Q(status__in=OPEN_ENDED)):
        book.add_component(_event(row, site, now))
    return book


def _event(row: Occurrence, site: str, now: datetime) -> Event:
    measure, last_day = row.duty.measure, row.rectify_by or row.due_on
    event = Event()
    event.add("uid", f"occurrence-{row.pk}@fazhi")
    event.add("dtstamp", now)
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("summary", f"〔{Status(row.status).label}〕{row.duty.text}")  # type: ignore[attr-defined]
    event.add("description", f"{measure.outline} 第{measure.number}项 {measure.title}（{row.label}）")
    event.add("url", site + reverse("web:occurrence", args=[row.pk]))
    event.add("transp", "TRANSPARENT")
    return event
