"""Open sessions, and the record of log-ins that nobody can rewrite."""

from fazhi.identity.models.event import Event
from fazhi.identity.models.open_session import OpenSession

__all__ = ["Event", "OpenSession"]
