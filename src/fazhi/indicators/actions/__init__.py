"""What changes something about indicators: freezing a figure, settling how to count, making rows anew."""

from fazhi.indicators.actions.freeze import Freeze
from fazhi.indicators.actions.rebuild import Rebuilt, rebuild
from fazhi.indicators.actions.settle import Settle

__all__ = ["Freeze", "Rebuilt", "Settle", "rebuild"]
