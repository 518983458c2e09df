"""What a person was told, newest first."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.chapters.decisions.validity import owing
from fazhi.notices.actions import read as mark
from fazhi.notices.models import Notice
from fazhi.notices.wording import said
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest

PAGE = 30
FIRST = 5
"""So many findings of the office are shown above what the person was told."""


@requires(Right.READ)
@require_safe
def inbox(request: DeskRequest) -> HttpResponse:
    rows = Notice.objects.filter(person=request.actor.identity).select_related("event__case", "message")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "notices": [(row, said(told)) for row in page if (told := row.event or row.message)],
        "query": "",
        "findings": owing.findings(request.actor)[:FIRST],
        "open": owing.findings(request.actor).count(),
        "owed": owing.conclusions(request.actor, timezone.localdate()),
        "supervises": request.actor.may(Right.SUPERVISE),
    }
    return render(request, "web/inbox.html", context)


@requires(Right.READ)
@require_POST
def read(request: DeskRequest) -> HttpResponse:
    """Mark one notice, or all, as read."""
    mark(request.actor, timezone.now(), number(request.POST.get("notice", "")))
    return redirect("web:inbox")
