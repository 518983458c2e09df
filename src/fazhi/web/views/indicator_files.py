"""A figure with its rows as XLSX, CSV or JSON: what the reader may see of them."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.indicators.files import FORMS, Sheet, written
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.attachment import attachment
from fazhi.web.desk import DeskRequest
from fazhi.web.indication import asked_of, found
from fazhi.web.views.register_files import MEDIA


@requires(Right.READ)
@require_safe
def rows(request: DeskRequest, code: str, form: str) -> HttpResponse:
    """The rows behind the figure that the address shows."""
    asked = asked_of(request.GET, timezone.localdate())
    if form not in FORMS:
        raise Http404
    sheet = Sheet(found(code, asked), asked.organ, asked.period, asked.today)
    return attachment(written(form, sheet, request.actor), f"{sheet.name}.{form}", MEDIA[form])
