"""Who was asked in a case, who stood down, and what they said."""

from fazhi.chapters.decisions.counsel.models.assignment import Assignment, Recusal
from fazhi.chapters.decisions.counsel.models.opinion import Opinion

__all__ = ["Assignment", "Opinion", "Recusal"]
