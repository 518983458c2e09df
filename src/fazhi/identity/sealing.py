"""Secrets of second factors are sealed with the installation's key, which is not in the database."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def sealer() -> MultiFernet:
    """Seals texts with a key made from the installation's own; opens those of its earlier ones, too."""
    return MultiFernet([_derived(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _derived(key: str) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"fazhi.identity.second-factor")
    return Fernet(urlsafe_b64encode(derived.derive(key.encode())))
