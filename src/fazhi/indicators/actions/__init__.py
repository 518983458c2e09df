"""What changes something about indicators: freezing, settling how to count, making anew, answering duties."""

from fazhi.indicators.actions.answer import AnswerDue, due
from fazhi.indicators.actions.freeze import Freeze
from fazhi.indicators.actions.rebuild import Rebuilt, rebuild
from fazhi.indicators.actions.settle import Settle

__all__ = ["AnswerDue", "Freeze", "Rebuilt", "Settle", "due", "rebuild"]
