"""Cases that ran elsewhere (另一个系统、纸质案卷), as they are brought in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fazhi.office.models import Organ
from fazhi.procedure.value import Value


@dataclass(frozen=True)
class Past:
    """One act of it: what happened, by which officials, on which day, with which papers by title."""

    act: str
    by: tuple[int, ...]
    happened_on: date
    facts: Mapping[str, Value] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """A case with its acts in order. ``place`` says where it was found, for messages (第3行)."""

    procedure: str
    organ: Organ
    acts: tuple[Past, ...]
    title: str = ""
    place: str = ""
    demo: bool = False
