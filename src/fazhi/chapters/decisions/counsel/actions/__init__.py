"""The one write path of counsel: policy → check → act of the case, if any → rows, in one transaction."""

from fazhi.chapters.decisions.counsel.actions.advise import Advise
from fazhi.chapters.decisions.counsel.actions.argue import Argue
from fazhi.chapters.decisions.counsel.actions.assign import Assign
from fazhi.chapters.decisions.counsel.actions.note import Note
from fazhi.chapters.decisions.counsel.actions.stand_down import StandDown

__all__ = ["Advise", "Argue", "Assign", "Note", "StandDown"]
