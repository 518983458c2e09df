"""Further pages about a case: chapters offer them for their procedures, the case's page leads there.

The page of a case is made from its edition and knows no chapter. What a chapter adds to a case (consultation,
hearing, review, file) it offers here when its app is loaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """A page: what its link says, and the name of its address, whose one argument is the case."""

    title: str
    page: str


_OFFERS: dict[Offer, frozenset[str]] = {}


def register(offer: Offer, procedures: Iterable[str]) -> None:
    """Offer a page for cases of some procedures; once, however often the app is loaded."""
    _OFFERS[offer] = frozenset(procedures)


def offers(procedure: str) -> tuple[Offer, ...]:
    """The pages offered for a case, in the order in which their apps are loaded."""
    return tuple(offer for offer, procedures in _OFFERS.items() if procedure in procedures)
