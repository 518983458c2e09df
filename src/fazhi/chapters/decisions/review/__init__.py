"""Legality review of a normative document: what to look at, clause by clause (measures 13, 14.1).

Pure: text in, findings out. A finding rests on an article; what none decides becomes a question.
"""

from fazhi.chapters.decisions.review.desk import review

__all__ = ["review"]
