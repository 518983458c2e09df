"""The keys that sign what other systems are told of a person: files of the installation (OIDC Core 10.1)."""

from pathlib import Path

from allauth.idp.oidc.models import PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from fazhi.office import keyfile

SUFFIX = ".oidc"
BITS = 3072
EXPONENT = 65537


def keys() -> list[PrivateKey]:
    """Every key that is published, oldest first; the first one is made when it is needed."""
    return [PrivateKey(pem=path.read_text("ascii")) for path in _paths() or [new()]]


def new() -> Path:
    """One more key, which signs from now on; earlier ones are published until their files are taken away."""
    held = _paths()
    number = int(held[-1].stem) + 1 if held else 1
    path = keyfile.folder() / f"{number:04d}{SUFFIX}"
    made = generate_private_key(EXPONENT, BITS)
    keyfile.keep(path, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


def _paths() -> list[Path]:
    return keyfile.held(f"*{SUFFIX}")
