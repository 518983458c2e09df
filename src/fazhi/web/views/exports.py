"""The ledger and the task division table as files."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import export, register
from fazhi.duties.models import Edition, Outline
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.attachment import DOCX, XLSX, attachment
from fazhi.web.desk import DeskRequest
from fazhi.web.views.ledger import search_of


@requires(Right.READ)
@require_safe
def ledger(request: DeskRequest) -> HttpResponse:
    """The rows that the ledger shows under the same filters, all pages."""
    search, today = search_of(request.GET), timezone.localdate()
    rows = register.of_status(register.matching(search, today), search.status)
    return attachment(export.ledger_xlsx(rows), f"任务台账-{today}.xlsx", XLSX)


@requires(Right.READ)
@require_safe
def xlsx(_request: DeskRequest, pk: int) -> HttpResponse:
    edition = _in_force(pk)
    return attachment(export.division_xlsx(edition), f"{edition.outline}-任务分解表.xlsx", XLSX)


@requires(Right.READ)
@require_safe
def docx(_request: DeskRequest, pk: int) -> HttpResponse:
    edition = _in_force(pk)
    return attachment(export.division_docx(edition), f"{edition.outline}-任务分解表.docx", DOCX)


def _in_force(pk: int) -> Edition:
    edition = get_object_or_404(Outline, pk=pk).editions.select_related("outline").last()
    if edition is None:
        raise Http404
    return edition
