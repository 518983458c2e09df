"""The lot 签: a number for each candidate that only the seed and the candidate's own id decide."""

from collections.abc import Callable

from fazhi.ledger.digest import Algorithm, hasher

Lot = Callable[[str], bytes]
BLOCK = 64
"""Bytes to a block of SHA-256 and of SM3 alike."""


def lot(algorithm: Algorithm, seed: bytes) -> Lot:
    """The function from a text to 32 bytes under the seed: HMAC (RFC 2104) of its UTF-8.

    >>> lot(Algorithm.SHA256, b"key")("The quick brown fox jumps over the lazy dog").hex()[:16]
    'f7bc83f430538424'
    """
    hash_, key = hasher(algorithm), seed.ljust(BLOCK, b"\0")
    inner, outer = bytes(b ^ 0x36 for b in key), bytes(b ^ 0x5C for b in key)
    return lambda text: hash_(outer + hash_(inner + text.encode()))


def ticket(cast: Lot, candidate: str) -> bytes:
    """A candidate's ticket, the same for every task: whoever is drawn for two is visited once."""
    return cast(f"ticket\0{candidate}")


def officer(cast: Lot, task: str, object_: str, officer: str) -> bytes:
    """An officer's ticket for one object and task."""
    return cast(f"officer\0{task}\0{object_}\0{officer}")


def below(cast: Lot, purpose: str, bound: int) -> int:
    """A whole number from 0 to ``bound`` - 1, each with exactly the same chance.

    Numbers beyond the last full multiple of the bound are passed over: a mere remainder would favour the
    small ones.
    """
    fair, round_ = 2**256 - 2**256 % bound, 0
    while (number := int.from_bytes(cast(f"number\0{purpose}\0{round_}"))) >= fair:
        round_ += 1
    return number % bound
