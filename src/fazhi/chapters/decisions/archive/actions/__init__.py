"""Every mutation of a file; the closing of a major decision's file is the case's own act, too."""

from fazhi.chapters.decisions.archive.actions.close import Close
from fazhi.chapters.decisions.archive.actions.enlist import Enlist
from fazhi.chapters.decisions.archive.actions.fix_term import FixTerm
from fazhi.chapters.decisions.archive.actions.hand_over import HandOver
from fazhi.chapters.decisions.archive.actions.inquire import Inquire
from fazhi.chapters.decisions.archive.actions.supply import Supply
from fazhi.chapters.decisions.archive.actions.waive import Waive

__all__ = ["Close", "Enlist", "FixTerm", "HandOver", "Inquire", "Supply", "Waive"]
