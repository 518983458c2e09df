"""Windows that are open to the public, the applications that came through them, and how they were rated."""

from fazhi.portal.models.application import Application
from fazhi.portal.models.limit import Limit
from fazhi.portal.models.rating import Rating
from fazhi.portal.models.window import Window

__all__ = ["Application", "Limit", "Rating", "Window"]
