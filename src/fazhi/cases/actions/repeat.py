"""A request sent twice is one request: a network that fails must not make two acts of one."""

from typing import TypeVar

from django.db.models import QuerySet

from fazhi.cases.models import Act, Engagement, Look
from fazhi.fault import Fault
from fazhi.procedure import canonical

LONGEST = 80
Row = TypeVar("Row", Act, Engagement, Look)


def digest(key: str, *parts: object) -> str:
    """What a request asks for, as one digest; nothing without a key, by which alone it could come again."""
    return canonical.digest(parts) if key else ""


def earlier(key: str, request: str) -> Act | None:
    """The act of an earlier request with this key; ``Fault`` where that one asked for something else."""
    return earlier_of(Act.objects.all(), key, request)


def earlier_of(rows: QuerySet[Row], key: str, request: str) -> Row | None:
    """The same for other rows that are written once."""
    if not key:
        return None
    if len(key) > LONGEST:
        raise Fault("cases.E018", f"幂等键超过{LONGEST}个字符", "请使用较短的随机键")
    row = rows.filter(key=key).first()
    if row and row.request != request:
        raise Fault("cases.E019", "这个幂等键已用于另一个请求", "请为每个请求使用新的键")
    return row
