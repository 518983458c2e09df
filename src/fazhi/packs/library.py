"""What a district settles for its library of documents: subjects, index numbers, papers of cases."""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import Field, field_validator, model_validator

from fazhi.packs import CITY, DISTRICT, NATIONAL
from fazhi.packs.entry import Entry
from fazhi.packs.source import Source

PACKS = (NATIONAL, CITY, DISTRICT)


class IndexNumberEntry(Entry):
    """The form of the index number (索引号): a pattern, or else who has to say what it is."""

    pattern: str = ""
    example: str = ""
    undetermined: str = ""

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error:
            raise ValueError("不是正则表达式") from None
        return pattern

    @model_validator(mode="after")
    def _either(self) -> "IndexNumberEntry":
        if bool(self.pattern) == bool(self.undetermined):
            raise ValueError("须写且只写 pattern、undetermined 之一")
        return self

    def fits(self, number: str) -> bool:
        """Whether a number may be one; where nobody settled the form, every one may.

        >>> IndexNumberEntry(undetermined="某机关").fits("甲/1")
        True
        >>> IndexNumberEntry(pattern="[0-9]+/[0-9]{4}").fits("甲/1")
        False
        """
        return not self.pattern or re.fullmatch(self.pattern, number) is not None


class PaperEntry(Entry):
    """A paper of a case that is made to be published: which procedure, act and title give it."""

    procedure: str
    act: str
    paper: str


class LibraryEntry(Entry):
    """``library.yaml``: a pack adds subjects and papers; the lowest that speaks settles the index number."""

    subjects: tuple[str, ...] = ()
    index_number: IndexNumberEntry | None = None
    papers: tuple[PaperEntry, ...] = Field(())


def load(packs: Iterable[Path] = PACKS) -> LibraryEntry:
    """The settings of packs given from the highest down.

    >>> load().subjects
    ('司法行政\\\\政府法治',)
    >>> {one.procedure for one in load().papers} == {"major-decision", "normative-document"}
    True
    """
    files = (pack / "library.yaml" for pack in packs)
    entries = [Source(path).read(LibraryEntry) for path in files if path.is_file()]
    settled = [entry.index_number for entry in entries if entry.index_number]
    return LibraryEntry(
        subjects=tuple(one for entry in entries for one in entry.subjects),
        index_number=settled[-1] if settled else None,
        papers=tuple(one for entry in entries for one in entry.papers),
    )
