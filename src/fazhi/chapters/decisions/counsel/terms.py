"""The acts and facts by which the procedures know experts and advisers, and the registers that list them."""

from collections.abc import Mapping

from fazhi.cases import lawbook
from fazhi.cases.models import Case

DECISION = "major-decision"
PROCEDURES = (DECISION, "normative-document")
ARGUE, ADVISE, REVIEW = "argue_experts", "advise", "review"
SIGNED = "《重大行政决策程序暂行条例》第十九条第二款"
EXPERTS, LAWYERS, ADVISERS = "expert-bank", "government-lawyers", "legal-advisers"
LISTS: Mapping[str, tuple[str, ...]] = {"expert": (EXPERTS,), "legal": (LAWYERS, ADVISERS)}
"""The registers out of which each role is chosen."""


def basis(row: Case, act: str) -> str:
    """The article on which an act of the case rests."""
    return str(lawbook.edition(row.edition_id).act[act].basis)


def no_interest(row: Case) -> str:
    """The article that keeps experts with a direct interest out."""
    return str(lawbook.edition(row.edition_id).fact["interested"].basis)
