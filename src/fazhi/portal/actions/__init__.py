"""The only modules that write windows and applications; cases are opened by the cases' own action."""

from fazhi.portal.actions.apply import Apply, Receipt
from fazhi.portal.actions.window import OpenWindow, close

__all__ = ["Apply", "OpenWindow", "Receipt", "close"]
