"""Decisions in execution: last reports, open problems, suspensions, and what is to be done next."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.chapters.decisions.archive import execution
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.desk import DeskRequest

PAGE = 20


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    today = timezone.localdate()
    page = Paginator(execution.running(request.actor), PAGE).get_page(request.GET.get("page"))
    lines = [execution.of(row, today) for row in page]
    return render(request, "web/execution.html", {"page": page, "lines": lines, "year": today.year})
