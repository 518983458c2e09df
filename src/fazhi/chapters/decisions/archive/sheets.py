"""The papers of a file as its index shows them: number, pages, digest, and what came in later."""

import io
from collections.abc import Iterable, Mapping

from django.utils import timezone

from fazhi.cases.models import Act, Paper
from fazhi.chapters.decisions.archive.index import Sheet
from fazhi.chapters.decisions.archive.models import Supplement
from fazhi.documents.models import Issue

PDF = ".pdf"


def of(acts: Iterable[Act]) -> Mapping[int, tuple[Sheet, ...]]:
    """By the key of each act its papers, those put in later at the end."""
    held = tuple(acts)
    papers = tuple(Paper.objects.filter(act__in=held).defer("content").select_related("act"))
    later = tuple(Supplement.objects.filter(act__in=held).defer("content").select_related("person"))
    numbers = _numbers([*(one.digest for one in papers), *(one.digest for one in later)])
    found: dict[int, tuple[Sheet, ...]] = {}
    for row in papers:
        sheet = _sheet(row, numbers)
        found[row.act_id] = (*found.get(row.act_id, ()), sheet)
    for added in later:
        found[added.act_id] = (*found.get(added.act_id, ()), _added(added, numbers))
    return found


def _numbers(digests: list[str]) -> Mapping[str, str]:
    """The numbers of papers that the platform issued, by their digests."""
    rows = Issue.objects.filter(version__digest__in=digests).select_related("version", "number")
    return {row.version.digest: str(row.number) for row in rows}


def _sheet(row: Paper, numbers: Mapping[str, str]) -> Sheet:
    day = row.act.happened_on
    return Sheet(
        row.title,
        row.file_name,
        row.digest,
        row.size,
        day,
        number=numbers.get(row.digest, ""),
        pages=_pages(row),
        place=f"paper-{row.pk}",
    )


def _added(row: Supplement, numbers: Mapping[str, str]) -> Sheet:
    return Sheet(
        row.title,
        row.file_name,
        row.digest,
        row.size,
        timezone.localdate(row.at),
        number=numbers.get(row.digest, ""),
        pages=_pages(row),
        late=f"{row.person.name}：{row.reason}",
        place=f"supplement-{row.pk}",
    )


def _pages(row: Paper | Supplement) -> int | None:
    """The pages of a PDF; of other files nobody can say without printing them."""
    if not row.file_name.lower().endswith(PDF):
        return None
    from pypdf import PdfReader  # slow to load, and this module is loaded with the app
    from pypdf.errors import PyPdfError

    try:
        return len(PdfReader(io.BytesIO(bytes(row.content))).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError):
        return None


def content(place: str, acts: Iterable[Act]) -> tuple[str, bytes] | None:
    """File name and bytes of a sheet by its place, where it belongs to one of the acts."""
    kind, _, key = place.partition("-")
    number, held = int(key) if key.isdecimal() and len(key) < 10 else 0, tuple(acts)
    row: Paper | Supplement | None = None
    if kind == "paper":
        row = Paper.objects.filter(pk=number, act__in=held).first()
    elif kind == "supplement":
        row = Supplement.objects.filter(pk=number, act__in=held).first()
    return (row.file_name, bytes(row.content)) if row else None
