"""The yearly list of what was made, amended and abolished, for the people's congress (条例第五十条)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.chapters.decisions.validity import listing, yearly
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.attachment import XLSX, attachment
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def year(request: DeskRequest) -> HttpResponse:
    """The list of a year, by default the last one that ended."""
    asked, issuer = _asked(request)
    context = {
        "year": asked,
        "issuer": issuer,
        "lines": yearly.lines(asked, issuer),
        "due": yearly.due(asked),
        "basis": yearly.BASIS,
        "issuers": listing.issuers(),
        "years": sorted({asked, *listing.years()}, reverse=True),
    }
    return render(request, "web/validity_year.html", context)


@requires(Right.READ)
@require_safe
def sheet(request: DeskRequest) -> HttpResponse:
    """The same as a workbook."""
    asked, issuer = _asked(request)
    return attachment(yearly.sheet(asked, issuer), f"{issuer}{asked}年发文目录.xlsx", XLSX)


def _asked(request: DeskRequest) -> tuple[int, str]:
    found = listing.asked(request.GET.dict())
    return found.year or timezone.localdate().year - 1, found.issuer
