"""Ed25519 keys, which every machine with ``cryptography`` can use."""

from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fazhi.fault import Fault
from fazhi.ledger import key

KIND = b"\x01"


@dataclass(frozen=True)
class Ed25519Verifier:
    """A public key of 32 bytes."""

    name: str
    raw: bytes

    def __post_init__(self) -> None:
        key.checked_name(self.name)
        _checked(self.raw)

    @property
    def public(self) -> bytes:
        return KIND + self.raw

    @property
    def usable(self) -> bool:
        return True

    def verify(self, text: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, text)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, repr=False)
class Ed25519Signer:
    """A private key by its seed of 32 bytes.

    >>> signer = Ed25519Signer("demo", bytes(32))
    >>> [signer.verifier.verify(text, signer.sign(b"text")) for text in (b"text", b"test")]
    [True, False]
    """

    name: str
    seed: bytes

    def __post_init__(self) -> None:
        key.checked_name(self.name)
        _checked(self.seed)

    @cached_property
    def verifier(self) -> Ed25519Verifier:
        return Ed25519Verifier(self.name, self._key.public_key().public_bytes_raw())

    def sign(self, text: bytes) -> bytes:
        return self._key.sign(text)

    @property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def _checked(raw: bytes) -> None:
    if len(raw) != 32:
        raise Fault("ledger.E047", "Ed25519 密钥不是 32 字节", "请检查密钥文件")
