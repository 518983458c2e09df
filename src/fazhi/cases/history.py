"""Cases that ran elsewhere (另一个系统、纸质案卷), as they are brought in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from fazhi.office.models import Organ
from fazhi.procedure.value import Value

if TYPE_CHECKING:
    from fazhi.cases.actions.party import Identity
    from fazhi.cases.bundle import Enclosure


@dataclass(frozen=True)
class Past:
    """One act of it: what happened, by which officials, on which day, with which papers.

    ``documents`` are the titles of papers that stay in the old file, ``papers`` the files that come along.
    """

    act: str
    by: tuple[int, ...]
    happened_on: date
    facts: Mapping[str, Value] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    papers: tuple["Enclosure", ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all papers."""
        return (*self.documents, *(one.title for one in self.papers))


@dataclass(frozen=True)
class History:
    """A case with its acts in order. ``place`` says where it was found, for messages (第3行).

    ``key`` is what it was known by there: no two cases of one key come in.
    """

    procedure: str
    organ: Organ
    acts: tuple[Past, ...]
    title: str = ""
    place: str = ""
    demo: bool = False
    parties: tuple["Identity", ...] = ()
    key: str = ""
