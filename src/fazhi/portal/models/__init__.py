"""Windows that are open to the public, and the applications that came in through them."""

from fazhi.portal.models.application import Application
from fazhi.portal.models.window import Window

__all__ = ["Application", "Window"]
