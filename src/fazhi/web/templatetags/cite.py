"""``{% cite "行政复议法第八十八条第二款" on=day %}``: a citation that shows its article."""

from datetime import date

from django import template

from fazhi.law.rule import Basis
from fazhi.web import citing

register = template.Library()


@register.inclusion_tag("web/components/cite.html")
def cite(basis: Basis | str, on: date | None = None) -> dict[str, object]:
    """Each citation of a basis, with its words beside it where the library has the text."""
    return {"cites": list(citing.citations(basis, on))}


@register.inclusion_tag("web/components/sentence.html")
def cited(sentence: str, on: date | None = None) -> dict[str, object]:
    """A sentence in which every citation shows its article, as it read on a day."""
    pieces = citing.pieces(sentence, on)
    return {"pieces": [(each, None) if isinstance(each, str) else ("", each) for each in pieces]}
