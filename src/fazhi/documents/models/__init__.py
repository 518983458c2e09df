"""Numbers of documents, documents with their versions, their issue, and their disposal."""

from fazhi.documents.models.document import Content, Document, Version
from fazhi.documents.models.issue import Issue, Withdrawal
from fazhi.documents.models.number import Fate, Number, Series
from fazhi.documents.models.original import Choice, Look, Original, Release
from fazhi.documents.models.retention import Disposal, Ruling

__all__ = [
    "Choice", "Content", "Disposal", "Document", "Fate", "Issue", "Look", "Number", "Original", "Release",
    "Ruling", "Series", "Version", "Withdrawal",
]  # fmt: skip
