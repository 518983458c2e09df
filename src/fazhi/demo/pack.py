"""An outline as a pack states it: facts in our own words, checked at load."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from fazhi.office.pack import Entry
from fazhi.outline.reading import Modality


class ChapterEntry(Entry):
    """A chapter by its Chinese numeral."""

    numeral: str
    title: str


class DutyEntry(Entry):
    """A duty in one short sentence, with what the sentence says about amount and time."""

    text: str = Field(min_length=4, pattern=r"^[^。；\n]+$")
    modality: Modality = Modality.MUST
    quantity: str | None = None
    unit: str | None = None
    frequency: str | None = None
    due: date | None = None
    who: str | None = None


class MeasureEntry(Entry):
    """A measure with the units that lead and answer, as the outline names them."""

    number: int
    chapter: str
    title: str
    separator: str = "；"
    """What stands between the parts of the unit bracket."""
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    duties: tuple[DutyEntry, ...] = Field(min_length=1)


class OutlinePack(Entry):
    """An outline with its term, chapters and measures."""

    title: str
    issuer: str
    signed_on: date
    starts_on: date
    ends_on: date
    chapters: tuple[ChapterEntry, ...]
    measures: tuple[MeasureEntry, ...]

    @model_validator(mode="after")
    def _measures_are_numbered_through(self) -> Self:
        numbers = [measure.number for measure in self.measures]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError("举措编号须从 1 起连续")
        return self

    @model_validator(mode="after")
    def _every_chapter_exists(self) -> Self:
        known = {chapter.numeral for chapter in self.chapters}
        if unknown := {measure.chapter for measure in self.measures} - known:
            raise ValueError(f"没有这一章：{'、'.join(sorted(unknown))}")
        return self
