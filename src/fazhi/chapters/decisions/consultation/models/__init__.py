"""Consultations, drafts, comments and what became of them."""

from fazhi.chapters.decisions.consultation.models.comment import Author, Comment
from fazhi.chapters.decisions.consultation.models.consultation import Consultation, Result, Version
from fazhi.chapters.decisions.consultation.models.disposition import Disposition
from fazhi.chapters.decisions.consultation.models.group import Group, Joining
from fazhi.chapters.decisions.consultation.models.sight import Sight

__all__ = [
    "Author", "Comment", "Consultation", "Disposition", "Group", "Joining", "Result", "Sight", "Version",
]  # fmt: skip
