"""The only modules that write windows, applications and ratings; the cases' own action opens cases."""

from fazhi.portal.actions.apply import Apply, Receipt
from fazhi.portal.actions.limit import SetLimit
from fazhi.portal.actions.rate import Rate
from fazhi.portal.actions.window import OpenWindow, close

__all__ = ["Apply", "OpenWindow", "Rate", "Receipt", "SetLimit", "close"]
