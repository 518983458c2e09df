"""What is put into a file afterwards, declared of it, closed, handed over, and looked up in it."""

from fazhi.chapters.decisions.archive.models.closing import Closing, Handover
from fazhi.chapters.decisions.archive.models.inquiry import Inquiry
from fazhi.chapters.decisions.archive.models.listing import Listing
from fazhi.chapters.decisions.archive.models.supplement import Supplement, Waiver
from fazhi.chapters.decisions.archive.models.term import Term

__all__ = ["Closing", "Handover", "Inquiry", "Listing", "Supplement", "Term", "Waiver"]
