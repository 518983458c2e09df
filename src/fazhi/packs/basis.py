"""Where the law says so: each element of a pack names its statute, edition and article."""

from datetime import date

from fazhi.law.rule import Basis
from fazhi.packs.entry import Entry


class BasisEntry(Entry):
    """Where the law says so."""

    statute: str
    edition: date | None = None
    article: str = ""

    def basis(self) -> Basis:
        return Basis(self.statute, self.edition.isoformat() if self.edition else "", self.article)
