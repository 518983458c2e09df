"""What is found, and what changed since."""

from fazhi.search.models.record import Record
from fazhi.search.models.stale import Stale

__all__ = ["Record", "Stale"]
