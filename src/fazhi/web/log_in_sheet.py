"""The record of log-ins as a workbook, for audits outside the platform."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.timezone import localtime

from fazhi.identity.models import Event
from fazhi.sheet import Column, Value, workbook

COLUMNS = (
    Column("时间", 20),
    Column("事件", 16),
    Column("登录名", 16),
    Column("姓名", 18),
    Column("IP 地址", 18),
    Column("设备", 26),
    Column("说明", 40),
)
BATCH = 2000


def log_in_xlsx(events: QuerySet[Event]) -> bytes:
    """The bytes of the workbook, one event a row, newest first."""
    return workbook("登录审计", COLUMNS, _rows(events))


def _rows(events: QuerySet[Event]) -> Iterator[list[Value]]:
    for event in events.iterator(BATCH):
        person = getattr(event.user, "person", None)
        yield [
            f"{localtime(event.at):%Y-%m-%d %H:%M:%S}",
            event.get_kind_display(),
            event.user.get_username() if event.user else event.nobody,
            person.name if person else "",
            event.address or "",
            event.device,
            event.detail,
        ]
