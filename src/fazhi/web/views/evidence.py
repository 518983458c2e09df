"""A file handed in as evidence, for those who may see what the organ answered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from fazhi.duties.models import Evidence
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.attachment import attachment
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def evidence(request: DeskRequest, pk: int) -> HttpResponse:
    """The file as it was handed in."""
    files = Evidence.objects.filter(kind=Evidence.Kind.FILE).select_related("step__occurrence")
    piece = get_object_or_404(files, pk=pk)
    request.actor.demand(Right.READ_FILE, piece.step.occurrence.organ_id)
    return attachment(bytes(piece.content or b""), piece.title)
