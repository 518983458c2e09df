"""Reminders given, events passed on, the inbox, and what leaves the platform."""

from fazhi.notices.models.delivery import Delivery
from fazhi.notices.models.dispatch import Dispatch
from fazhi.notices.models.failure import Failure
from fazhi.notices.models.message import Message
from fazhi.notices.models.notice import Notice
from fazhi.notices.models.rung import Rung
from fazhi.notices.models.setback import Setback
from fazhi.notices.models.subscription import Subscription

__all__ = ["Delivery", "Dispatch", "Failure", "Message", "Notice", "Rung", "Setback", "Subscription"]
