"""What is already known of a document at its origin, so that nobody copies it by hand."""

from collections.abc import Mapping
from datetime import date

from fazhi.cases import store
from fazhi.cases.models import Paper
from fazhi.fault import Fault
from fazhi.law.rule import Rule
from fazhi.library.origin import Origin
from fazhi.packs import rulebook

FACTS = ("index_number", "number", "signed_on")
"""Facts by which procedures name what is a particular of the document, too."""
TERM = "gk26-20wd"
"""信息公开条例第二十六条."""


def beginning(origin: Origin) -> dict[str, object]:
    """The particulars that a form begins with."""
    if origin.paper:
        row = origin.paper.act.case
        return {"title": row.title, "organ": row.organ_id, **_known(origin.paper)}
    if origin.release:
        original = origin.release.choice.original
        return {"title": original.safe_name.rsplit(".", 1)[0], "organ": original.organ_id}
    if origin.outline:
        return {"title": origin.outline.title, "signed_on": origin.outline.signed_on}
    return {}


def _known(paper: Paper) -> Mapping[str, str | date]:
    """Words and days only: what a law allows to be erased is no particular."""
    facts = store.load(paper.act.case).state.facts
    found = {name: facts.get(name) for name in FACTS}
    return {name: value for name, value in found.items() if isinstance(value, str | date)}


def latest_day(formed: date) -> date | None:
    """The last day for publishing what was formed on a day (信息公开条例第二十六条); none where unknown."""
    rule: Rule | None = rulebook.rule(TERM, formed)
    try:
        return rule.last_day(formed, rulebook.days()).day if rule else None
    except Fault:
        return None
