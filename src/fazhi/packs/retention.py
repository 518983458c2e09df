"""Retention classes: for how long the law says a document is kept, or who has to say so."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field, model_validator

from fazhi.packs import CITY, DISTRICT, NATIONAL
from fazhi.packs.basis import BasisEntry
from fazhi.packs.entry import Entry
from fazhi.packs.source import Source

PACKS = (NATIONAL, CITY, DISTRICT)


class RetentionEntry(Entry):
    """One class; ``years`` is the least that the law asks, ``undetermined`` names who fixes the term."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    basis: BasisEntry
    years: int | None = Field(None, gt=0)
    undetermined: str = ""

    @model_validator(mode="after")
    def _either(self) -> "RetentionEntry":
        if (self.years is None) == (not self.undetermined):
            raise ValueError("须写且只写 years、undetermined 之一")
        return self


def load(packs: Iterable[Path] = PACKS) -> dict[str, RetentionEntry]:
    """The classes of some packs by id; a lower pack's class of the same id counts.

    >>> load()["data-sharing-record"].years
    3
    """
    files = (pack / "retention.yaml" for pack in packs)
    entries = (Source(path).read(tuple[RetentionEntry, ...]) for path in files if path.is_file())
    return {entry.id: entry for several in entries for entry in several}
