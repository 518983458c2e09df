"""The responsibility matrix: who leads and who answers, organs down, measures across."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fazhi.duties import matrix as duties_matrix
from fazhi.duties.models import Outline
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.choice import outline_of
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def matrix(request: DeskRequest) -> HttpResponse:
    outline = outline_of(request)
    context = {
        "outline": outline,
        "outlines": Outline.objects.all(),
        "matrix": duties_matrix.matrix(outline) if outline else None,
        "whole": request.GET.get("view") == "table",
    }
    return render(request, "web/matrix.html", context)
