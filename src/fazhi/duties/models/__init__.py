"""Outlines with their editions, measures and duties; occurrences with their steps and evidence."""

from fazhi.duties.models.draft import Draft
from fazhi.duties.models.feed import Feed
from fazhi.duties.models.narrowing import Narrowing
from fazhi.duties.models.occurrence import Occurrence
from fazhi.duties.models.outline import Assignment, Duty, Edition, Measure, Outline
from fazhi.duties.models.step import Evidence, Step

__all__ = [
    "Assignment", "Draft", "Duty", "Edition", "Evidence", "Feed", "Measure", "Narrowing", "Occurrence",
    "Outline", "Step",
]  # fmt: skip
