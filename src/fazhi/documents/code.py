"""The code by which anybody looks up an issued paper: short enough to type, too many to guess."""

from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals without 0, 1, I, L and O, which people confuse."""
LENGTH = 12
"""31 to the power of 12 is 7.8e17: at 1 000 tries a second, one of a million papers is hit in 25 years."""


def make(below: Callable[[int], int]) -> str:
    """A new code from a source of chance (``secrets.randbelow``).

    >>> make(lambda limit: 0)
    '222222222222'
    """
    return "".join(ALPHABET[below(len(ALPHABET))] for _ in range(LENGTH))


def read(typed: str) -> str:
    """A code as somebody typed it, with spaces, hyphens and small letters.

    >>> read(" 2kfm-8qxt 7hnw ")
    '2KFM8QXT7HNW'
    """
    return "".join(c for c in typed.upper() if c in ALPHABET)[:16]
