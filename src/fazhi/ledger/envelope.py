"""Each person's data key, wrapped by a master key: deleting it is the erasure that law may demand."""

from collections.abc import Mapping
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import sealed


@dataclass(frozen=True)
class WrappedKey:
    """A person's data key as stored: encrypted under the master key named ``master``."""

    subject: str
    master: str
    nonce: bytes
    ciphertext: bytes

    def unwrap(self, masters: Mapping[str, bytes]) -> bytes:
        """The data key; ``Fault`` where the master key is missing or another."""
        if self.master not in masters:
            raise Fault("ledger.E060", f"缺少主密钥 {self.master}", "请从密钥保管处取回该主密钥")
        return sealed.decrypt(
            masters[self.master], self.nonce, self.ciphertext, _context(self.subject, self.master)
        )

    def rewrap(self, masters: Mapping[str, bytes], master: str, *, nonce: bytes) -> "WrappedKey":
        """The same data key under another master key: rotation touches no sealed data."""
        return wrap(self.unwrap(masters), self.subject, masters, master, nonce=nonce)


def wrap(
    data_key: bytes, subject: str, masters: Mapping[str, bytes], master: str, *, nonce: bytes
) -> WrappedKey:
    """A person's data key (32 random bytes) under a master key; ``nonce`` is 12 fresh random bytes."""
    ciphertext = sealed.encrypt(masters[master], nonce, data_key, _context(subject, master))
    return WrappedKey(subject, master, nonce, ciphertext)


def erased(subject: str) -> Fault:
    """What is said of data whose key was deleted."""
    return Fault("ledger.E063", f"{subject} 的个人信息已依法删除", "台账的其余内容和回执仍可核验")


def _context(subject: str, master: str) -> str:
    return f"{len(subject)}:{subject}:{master}"
