"""The record of log-ins, found by person, kind of event and day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from fazhi.identity.client import valid
from fazhi.identity.models import Event


@dataclass(frozen=True)
class Search:
    """What an auditor asks for; what is empty is not asked."""

    text: str = ""
    """Part of a name, of a log-in name, or a whole address."""
    kind: Event.Kind | None = None
    since: date | None = None
    until: date | None = None


def matching(search: Search) -> QuerySet[Event]:
    """The events, newest first, each with its person."""
    asked = Q()
    if search.text:
        asked &= (
            Q(user__person__name__icontains=search.text)
            | Q(user__username__icontains=search.text)
            | Q(address__in=_address(search.text))
        )
    if search.kind:
        asked &= Q(kind=search.kind)
    if search.since:
        asked &= Q(at__date__gte=search.since)
    if search.until:
        asked &= Q(at__date__lte=search.until)
    return Event.objects.filter(asked).select_related("user__person")


def _address(text: str) -> list[str]:
    found = valid(text)
    return [found] if found else []
