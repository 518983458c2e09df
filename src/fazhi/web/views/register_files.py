"""A register's files on the desk: any edition as XLSX, CSV or JSON, and the empty form to fill in."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.registers.files.writing import FORMS, template, written
from fazhi.registers.models import Edition, Register
from fazhi.registers.standing import form_of
from fazhi.web.attachment import ANY, XLSX, attachment
from fazhi.web.desk import DeskRequest
from fazhi.web.views.registers import edition_of

MEDIA = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8", "json": "application/json"}


@requires(Right.READ)
@require_safe
def export(request: DeskRequest, pk: int, form: str) -> HttpResponse:
    """The edition that the address names, whole, in one of the forms."""
    edition = edition_of(request, get_object_or_404(Register, pk=pk))
    if edition is None or form not in FORMS:
        raise Http404
    return file_of(edition, form)


def file_of(edition: Edition, form: str) -> HttpResponse:
    """An edition as a file to save."""
    data = written(form, edition, edition.entries.all())
    return attachment(data, f"{edition}.{form}".replace(" ", "-"), MEDIA.get(form, ANY))


@requires(Right.READ)
@require_safe
def blank(_request: DeskRequest, pk: int) -> HttpResponse:
    """The empty workbook of a register's columns."""
    kind = form_of(get_object_or_404(Register, pk=pk), timezone.localdate())
    return attachment(template(kind), f"{kind.title}-模板.xlsx", XLSX)
