"""Documents as pages show them: the state by colour and word, the narrowing of a list, the bases resolved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from fazhi.chapters.decisions.validity import listing
from fazhi.chapters.decisions.validity.models import Document, Record
from fazhi.chapters.decisions.validity.models.document import DocumentSet
from fazhi.chapters.decisions.validity.state import State
from fazhi.registers.citations import split
from fazhi.web.choice import without

PAGE = 30
COLOURS = {State.IN_FORCE: "green", State.STOPPED: "red", State.NOT_YET: "yellow"}


@dataclass(frozen=True)
class Line:
    """A document with what it is on the day of the page."""

    row: Document
    state: State
    colour: str

    @property
    def cites(self) -> tuple[str, ...]:
        """Its bases one by one."""
        return split(self.row.bases)

    @property
    def linked(self) -> bool:
        """Whether its address may be made a link: a case takes any words for an address."""
        return self.row.address.startswith(("https://", "http://"))

    @property
    def over(self) -> bool:
        """Whether it no longer holds."""
        return self.state in listing.ENDS


def line(row: Document, day: date) -> Line:
    """A document's line."""
    state = row.state(day)
    return Line(row, state, COLOURS.get(state, "none"))


def lines(rows: Iterable[Document], day: date) -> list[Line]:
    """The lines of some documents."""
    return [line(row, day) for row in rows]


def found(request: HttpRequest, day: date) -> DocumentSet:
    """All documents that an address asks for."""
    return listing.asked(request.GET.dict()).among(Document.objects.select_related("organ"), day)


def page(request: HttpRequest, day: date) -> dict[str, Any]:
    """One page of the documents that an address asks for, with what narrows them."""
    rows = Paginator(found(request, day), PAGE).get_page(request.GET.get("page"))
    return {
        "page": rows,
        "lines": lines(rows, day),
        "asked": listing.asked(request.GET.dict()),
        "states": listing.STATES,
        "issuers": listing.issuers(),
        "years": listing.years(),
        "query": without(request.GET, "page"),
        "in_force": Document.objects.in_force(day).count(),
        "over": Document.objects.ended(day).count(),
    }


def replaced_by(row: Document) -> str:
    """What took the place of a document, where a record says so."""
    records = row.records.filter(kind=Record.Kind.AMEND).order_by("-sequence")
    return next((one.data["replacement"] for one in records if one.data.get("replacement")), "")
