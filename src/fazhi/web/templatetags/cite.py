"""``{% cite "行政复议法第八十八条第二款" on=day %}``: a citation that shows its article."""

from datetime import date

from django import template
from django.template import Context

from fazhi.law.rule import Basis
from fazhi.statutes.library import Stamp, stamp
from fazhi.web import citing
from fazhi.web.phrases import worded

register = template.Library()


@register.inclusion_tag("web/components/cite.html", takes_context=True)
def cite(context: Context, basis: Basis | str, on: date | None = None) -> dict[str, object]:
    """Each citation of a basis, with its words beside it where the library has the text."""
    return {"cites": list(citing.citations(basis, on, _library(context)))}


@register.inclusion_tag("web/components/sentence.html", takes_context=True)
def cited(context: Context, sentence: str, on: date | None = None) -> dict[str, object]:
    """A sentence in the reader's language; each citation shows its article, as it read on a day."""
    pieces = citing.pieces(worded(sentence), on, _library(context))
    return {"pieces": [(each, None) if isinstance(each, str) else ("", each) for each in pieces]}


def _library(context: Context) -> Stamp:
    """The library as the page being made found it: asked once for each page."""
    request = getattr(context, "request", None)
    if request is None:
        return stamp()
    held: Stamp = vars(request).get("library") or stamp()
    request.library = held
    return held
