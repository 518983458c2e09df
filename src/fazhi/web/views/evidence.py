"""A file handed in as evidence, for those who may see what the organ answered."""

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from fazhi.duties.models import Evidence
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def evidence(request: DeskRequest, pk: int) -> HttpResponse:
    """The file as it was handed in, to save and never to open in the page."""
    files = Evidence.objects.filter(kind=Evidence.Kind.FILE).select_related("step__occurrence")
    piece = get_object_or_404(files, pk=pk)
    request.actor.demand(Right.READ_FILE, piece.step.occurrence.organ_id)
    return attachment(piece.content, piece.title)


def attachment(content: bytes | memoryview | None, name: str, kind: str = "application/octet-stream") -> HttpResponse:
    """A file to save under a Chinese name (RFC 6266)."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(bytes(content or b""), content_type=kind, headers=headers)
