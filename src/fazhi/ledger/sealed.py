"""Personal data under a key for each person, outside the chain: the data can go, the proof stays.

The chain holds a salted commitment and not the digest of the ciphertext: AES-GCM does not bind a ciphertext
to its key, so that a keeper could show one ciphertext to two people as two texts. The salt lies within the
ciphertext, so that after erasure nobody can try out guesses on the commitment.
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm

SALT = 32
"""Bytes of chance that hide a short text, such as a name, behind its commitment."""
NONCE = 12


@dataclass(frozen=True)
class Sealed:
    """One person's data, encrypted, with what the chain holds of it."""

    subject: str
    nonce: bytes
    ciphertext: bytes
    commitment: str

    def open(self, data_key: bytes) -> bytes:
        """The data; ``Fault`` where the key is not this person's or the data is not what the chain holds."""
        plain = decrypt(data_key, self.nonce, self.ciphertext, self.subject)
        salt, data = plain[:SALT], plain[SALT:]
        if commitment(digest.read(self.commitment)[0], salt, data) != self.commitment:
            raise Fault("ledger.E062", f"{self.subject} 的数据与台账所记不符", "数据在登记后被换过，请核查")
        return data


def seal(
    data: bytes,
    subject: str,
    data_key: bytes,
    *,
    nonce: bytes,
    salt: bytes,
    algorithm: Algorithm = Algorithm.SHA256,
) -> Sealed:
    """A person's data under the person's key of 32 bytes.

    ``nonce`` (12 bytes) and ``salt`` (32 bytes) are fresh random bytes; no nonce serves a key twice.
    """
    if len(salt) != SALT:
        raise ValueError(f"a salt has {SALT} bytes")
    ciphertext = encrypt(data_key, nonce, salt + data, subject)
    return Sealed(subject, nonce, ciphertext, commitment(algorithm, salt, data))


def commitment(algorithm: Algorithm, salt: bytes, data: bytes) -> str:
    """What the chain holds: 0x02 tells it from the leaves and nodes of the tree."""
    return digest.write(algorithm, digest.hasher(algorithm)(b"\2" + salt + data))


def encrypt(key: bytes, nonce: bytes, plain: bytes, context: str) -> bytes:
    """AES-256-GCM, bound to a context that must be the same when decrypting."""
    if len(key) != 32 or len(nonce) != NONCE:
        raise ValueError(f"a key has 32 bytes and a nonce {NONCE}")
    return AESGCM(key).encrypt(nonce, plain, context.encode())


def decrypt(key: bytes, nonce: bytes, ciphertext: bytes, context: str) -> bytes:
    """The plain bytes; ``Fault`` where key, context or ciphertext is another."""
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, context.encode())
    except InvalidTag:
        raise Fault("ledger.E061", "密文打不开：密钥不对或密文被改", "请检查所用主密钥和数据来源") from None
