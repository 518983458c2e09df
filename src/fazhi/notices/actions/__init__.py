"""The one write path of notices."""

from fazhi.notices.actions.deliver import deliver
from fazhi.notices.actions.dispatch import dispatch
from fazhi.notices.actions.drop import drop, retry
from fazhi.notices.actions.fail import fail
from fazhi.notices.actions.read import read
from fazhi.notices.actions.ring import ring
from fazhi.notices.actions.subscribe import Subscribe, end
from fazhi.notices.actions.tell import tell

__all__ = ["Subscribe", "deliver", "dispatch", "drop", "end", "fail", "read", "retry", "ring", "tell"]
