"""SM2 keys, the national algorithm, on machines whose OpenSSL has it; reported as off elsewhere."""

import ctypes
from dataclasses import dataclass
from functools import cached_property

from fazhi.fault import Fault
from fazhi.ledger import key, libcrypto

KIND = b"\xffsm2-with-sm3\n"
"""The kind of key in signed notes: 0xff and a name, as C2SP asks of algorithms of one's own."""

ORDER = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
"""The order of the curve's base point (GB/T 32918.5): a private key is a number from 1 to this less 2."""
PRIVATE = bytes.fromhex("3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420")
"""What stands before the private number in PKCS 8: the curve by its object identifier 1.2.156.10197.1.301."""


def available() -> bool:
    """Whether this machine can sign and verify with SM2."""
    return libcrypto.library() is not None


@dataclass(frozen=True)
class Sm2Verifier:
    """A public key in DER (SubjectPublicKeyInfo)."""

    name: str
    der: bytes

    def __post_init__(self) -> None:
        key.checked_name(self.name)

    @property
    def public(self) -> bytes:
        return KIND + self.der

    @property
    def usable(self) -> bool:
        return available()

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Whether the signature holds; ``Fault`` where the machine has no SM2 or the key is none."""
        try:
            return libcrypto.PublicKey(_library(), self.der).verify(text, signature)
        except ValueError:
            raise _no_key() from None


@dataclass(frozen=True, repr=False)
class Sm2Signer:
    """A private key in DER (PKCS 8 or SEC 1)."""

    name: str
    der: bytes

    def __post_init__(self) -> None:
        key.checked_name(self.name)

    @cached_property
    def verifier(self) -> Sm2Verifier:
        return Sm2Verifier(self.name, self._key.public_der())

    def sign(self, text: bytes) -> bytes:
        """The signature; ``Fault`` where the machine has no SM2 or the key is none."""
        return self._key.sign(text)

    @cached_property
    def _key(self) -> libcrypto.PrivateKey:
        try:
            return libcrypto.PrivateKey(_library(), self.der)
        except ValueError:
            raise _no_key() from None


def private_der(number: int) -> bytes:
    """A private key in DER (PKCS 8) for a number that chance gave."""
    return PRIVATE + number.to_bytes(32, "big")


def _library() -> ctypes.CDLL:
    found = libcrypto.library()
    if found is None:
        raise Fault("ledger.E046", "本机没有 SM2（国密签名未启用）", "请安装 OpenSSL 3，或改用 Ed25519 密钥")
    return found


def _no_key() -> Fault:
    return Fault("ledger.E047", "不是 SM2 密钥", "请检查密钥文件")
