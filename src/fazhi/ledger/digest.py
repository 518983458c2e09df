"""Digests by name, because a pack may demand the national algorithm SM3 in place of SHA-256."""

import hashlib
import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes

from fazhi.fault import Fault

Hash = Callable[[bytes], bytes]
DIGITS = 64
PATTERN = rf"(?:sha256|sm3):[0-9a-f]{{{DIGITS}}}"


class Algorithm(StrEnum):
    """The hash algorithms a ledger may use, both of 32 bytes; SM3 is that of GB/T 32905."""

    SHA256 = "sha256"
    SM3 = "sm3"

    @property
    def shown(self) -> str:
        """The name that people know: SHA-256, SM3."""
        return "SHA-256" if self is Algorithm.SHA256 else "SM3"


def available() -> tuple[Algorithm, ...]:
    """The algorithms that this machine can compute."""
    return tuple(algorithm for algorithm in Algorithm if _found(algorithm))


def hasher(algorithm: Algorithm) -> Hash:
    """The function from bytes to their 32-byte digest; ``Fault`` where the machine lacks the algorithm.

    >>> hasher(Algorithm.SHA256)(b"").hex()[:16]
    'e3b0c44298fc1c14'
    """
    found = _found(algorithm)
    if found is None:
        raise Fault(
            "ledger.E010", f"本机没有 {algorithm} 算法", "请安装带 SM3 的 OpenSSL；不会自动改用别的算法"
        )
    return found


@cache
def _found(algorithm: Algorithm) -> Hash | None:
    candidates = [lambda data: hashlib.sha256(data).digest()]
    if algorithm is Algorithm.SM3:
        candidates = [lambda data: hashlib.new("sm3", data).digest(), _sm3]
    return next((each for each in candidates if _works(each)), None)


def _works(candidate: Hash) -> bool:
    try:
        return len(candidate(b"")) == 32
    except (ValueError, UnsupportedAlgorithm):
        return False


def _sm3(data: bytes) -> bytes:
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def write(algorithm: Algorithm, raw: bytes) -> str:
    """A digest as it stands in entries, with the name of its algorithm.

    >>> write(Algorithm.SM3, bytes(32))[:8]
    'sm3:0000'
    """
    return f"{algorithm}:{raw.hex()}"


def read(text: str) -> tuple[Algorithm, bytes]:
    """The algorithm and the 32 bytes of a written digest; ``Fault`` where it is none."""
    if not re.fullmatch(PATTERN, text):
        raise Fault("ledger.E011", f"不是摘要：{text[:80]}", "摘要应形如 sha256: 加 64 位十六进制小写数字")
    name, _, digits = text.partition(":")
    return Algorithm(name), bytes.fromhex(digits)
