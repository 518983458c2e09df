"""How passwords are kept: the framework's slow hash over a digest keyed with the installation's own."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.utils.crypto import constant_time_compare

from fazhi.identity import pepper


class PepperedHasher(PBKDF2PasswordHasher):
    """``peppered_sha256$rounds$salt$key$hash``; what has no key or an earlier one follows at log-in."""

    algorithm = "peppered_sha256"

    def encode(self, password: str, salt: str, iterations: int | None = None, key: str = "") -> str:
        """A hash under the key of that number, by default the one in use."""
        named = key or pepper.current()
        head, _, made = super().encode(pepper.peppered(password, named), salt, iterations).rpartition("$")
        return f"{head}${named}${made}"

    def verify(self, password: str, encoded: str) -> bool:
        """Whether the password is the one; ``Fault`` identity.E018 where the hash's key is not here."""
        held = self.decode(encoded)
        again = self.encode(password, str(held["salt"]), int(held["iterations"]), key_of(encoded))
        return constant_time_compare(encoded, again)

    def must_update(self, encoded: str) -> bool:
        """Whether key, rounds or salt are no longer those of today."""
        return super().must_update(encoded) or key_of(encoded) != pepper.current()


def key_of(encoded: str) -> str:
    """The number of the key that a stored hash names; empty where it was kept under none.

    >>> key_of("peppered_sha256$1000000$c2FsdA$ec20bb2e$aGFzaA=="), key_of("pbkdf2_sha256$100$c2FsdA$aGFz")
    ('ec20bb2e', '')
    """
    parts = encoded.split("$")
    return parts[3] if parts[0] == PepperedHasher.algorithm else ""
