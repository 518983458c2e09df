"""Every mutation of a review; what moves the case is the case's own act."""

from fazhi.chapters.decisions.legality.actions.begin import Begin
from fazhi.chapters.decisions.legality.actions.conclude import Conclude
from fazhi.chapters.decisions.legality.actions.give_back import GiveBack
from fazhi.chapters.decisions.legality.actions.save import Save

__all__ = ["Begin", "Conclude", "GiveBack", "Save"]
