"""Tokens of the programming interface."""

from fazhi.api.models.token import ApiToken

__all__ = ["ApiToken"]
