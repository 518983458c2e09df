"""Documents, what was recorded about them, what the daily check found, campaigns of clean-up."""

from fazhi.chapters.decisions.validity.models.campaign import Answer, Campaign, Ending, Item
from fazhi.chapters.decisions.validity.models.check import Advance, Check
from fazhi.chapters.decisions.validity.models.document import Document, Record
from fazhi.chapters.decisions.validity.models.finding import Finding, Settlement
from fazhi.chapters.decisions.validity.models.upload import Upload

__all__ = [
    "Advance", "Answer", "Campaign", "Check", "Document", "Ending", "Finding", "Item", "Record",
    "Settlement", "Upload",
]  # fmt: skip
