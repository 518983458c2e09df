"""What a reviewer reads, and what they say to it."""

from fazhi.chapters.decisions.legality.models.answer import Answer
from fazhi.chapters.decisions.legality.models.examination import Examination
from fazhi.chapters.decisions.legality.models.found import Found
from fazhi.chapters.decisions.legality.models.ruling import Ruling

__all__ = ["Answer", "Examination", "Found", "Ruling"]
