"""Windows that are open to the public, applications that came through them, their ratings, who comes back."""

from fazhi.portal.models.account import Account, Belonging, Entry, OneTimeCode
from fazhi.portal.models.application import Application
from fazhi.portal.models.limit import Limit
from fazhi.portal.models.rating import Rating
from fazhi.portal.models.window import Window

__all__ = ["Account", "Application", "Belonging", "Entry", "Limit", "OneTimeCode", "Rating", "Window"]
