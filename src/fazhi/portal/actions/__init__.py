"""The only modules that write what the portal keeps; the cases' own action opens cases."""

from fazhi.portal.actions.apply import Apply, Receipt
from fazhi.portal.actions.ask_code import AskCode
from fazhi.portal.actions.attach import Attach, Claim
from fazhi.portal.actions.enrol import enrol
from fazhi.portal.actions.enter import Enter, close_account, leave, touch
from fazhi.portal.actions.limit import SetLimit
from fazhi.portal.actions.rate import Rate
from fazhi.portal.actions.redigest import redigest
from fazhi.portal.actions.window import OpenWindow, close

__all__ = [
    "Apply", "AskCode", "Attach", "Claim", "Enter", "OpenWindow", "Rate", "Receipt", "SetLimit", "close",
    "close_account", "enrol", "leave", "redigest", "touch",
]  # fmt: skip
