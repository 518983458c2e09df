"""The calendar: what falls due in a month, as a grid and as a list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import agenda, register
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.web import chart
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.month import Month, month_of

PAGE = 30


@dataclass
class Cell:
    """One day of the grid; ``inside`` says whether it belongs to the month."""

    day: date
    inside: bool
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def pieces(self) -> tuple[chart.Piece, ...]:
        return chart.pieces(self.counts)


@requires(Right.READ)
@require_safe
def calendar(request: DeskRequest) -> HttpResponse:
    today, organ = timezone.localdate(), number(request.GET.get("organ", ""))
    month = month_of(request.GET.get("month", ""), today)
    rows = register.matching(register.Search(organ=organ), today)
    entries = agenda.agenda(rows, month.first, month.next.first)
    context = {
        "today": today,
        "month": month,
        "organ": organ,
        "of_organ": f"&organ={organ}" if organ else "",
        "query": f"month={month}&organ={organ or ''}&",
        "organs": Organ.objects.filter(occurrences__isnull=False).distinct(),
        "cells": _cells(month, entries),
        "page": Paginator([(e, chart.pieces(e.counts)) for e in entries], PAGE).get_page(
            request.GET.get("page")
        ),
    }
    return render(request, "web/calendar.html", context | _neighbours(rows, month))


def _cells(month: Month, entries: Iterable[agenda.Entry]) -> list[Cell]:
    cells = {day: Cell(day, day.month == month.month) for week in month.weeks() for day in week}
    for entry in entries:
        counts = cells[entry.day].counts
        for status, count in entry.counts.items():
            counts[status] = counts.get(status, 0) + count
    return list(cells.values())


def _neighbours(rows: Any, month: Month) -> dict[str, date | None]:
    earlier, later = agenda.nearest(rows, month.first, month.next.first)
    return {"earlier": earlier, "later": later}
