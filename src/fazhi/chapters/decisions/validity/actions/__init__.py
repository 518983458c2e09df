"""The one write path of the register of documents, its check and its campaigns."""

from fazhi.chapters.decisions.validity.actions.answer import Respond
from fazhi.chapters.decisions.validity.actions.change import Change
from fazhi.chapters.decisions.validity.actions.check import Inspect
from fazhi.chapters.decisions.validity.actions.correct import Correct
from fazhi.chapters.decisions.validity.actions.enter import Enter
from fazhi.chapters.decisions.validity.actions.finish import Publish, Withdraw
from fazhi.chapters.decisions.validity.actions.gather import Gather
from fazhi.chapters.decisions.validity.actions.importing import Import, discard, upload
from fazhi.chapters.decisions.validity.actions.launch import Launch, Scope
from fazhi.chapters.decisions.validity.actions.settle import Settle
from fazhi.chapters.decisions.validity.actions.warn import Warn

__all__ = [
    "Change", "Correct", "Enter", "Gather", "Import", "Inspect", "Launch", "Publish", "Respond", "Scope",
    "Settle", "Warn", "Withdraw", "discard", "upload",
]  # fmt: skip
