"""The one write path of tokens."""

from fazhi.api.actions.remind import remind
from fazhi.api.actions.token import Made, Make, revoke

__all__ = ["Made", "Make", "remind", "revoke"]
