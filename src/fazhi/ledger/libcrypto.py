"""The machine's own OpenSSL, asked for SM2, which no maintained package offers."""

import ctypes
import weakref
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_size_t, c_void_p
from functools import cache

NAMES = (
    "libcrypto.so.3",
    "libcrypto.so.4",
    "libcrypto.3.dylib",
    "libcrypto.4.dylib",
    "libcrypto-3-x64.dll",
    "libcrypto-4-x64.dll",
)
"""OpenSSL 3 and 4 by their own names: an unversioned one may be another library or, on macOS, forbidden."""
IDENTITY = b"1234567812345678"
"""The signer's identity that GB/T 35276 sets where parties have agreed none."""
_BYTES = c_char_p
_POINTED = POINTER(c_void_p)
_SIZED = POINTER(c_size_t)
_FUNCTIONS = {
    "d2i_AutoPrivateKey": (c_void_p, (c_void_p, POINTER(_BYTES), c_long)),
    "d2i_PUBKEY": (c_void_p, (c_void_p, POINTER(_BYTES), c_long)),
    "i2d_PUBKEY": (c_int, (c_void_p, _POINTED)),
    "CRYPTO_free": (None, (c_void_p, c_char_p, c_int)),
    "EVP_PKEY_is_a": (c_int, (c_void_p, c_char_p)),
    "EVP_PKEY_free": (None, (c_void_p,)),
    "EVP_MD_CTX_new": (c_void_p, ()),
    "EVP_MD_CTX_free": (None, (c_void_p,)),
    "EVP_MD_CTX_set_pkey_ctx": (None, (c_void_p, c_void_p)),
    "EVP_PKEY_CTX_new": (c_void_p, (c_void_p, c_void_p)),
    "EVP_PKEY_CTX_free": (None, (c_void_p,)),
    "EVP_PKEY_CTX_set1_id": (c_int, (c_void_p, c_char_p, c_size_t)),
    "EVP_sm3": (c_void_p, ()),
    "EVP_DigestSignInit": (c_int, (c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)),
    "EVP_DigestSign": (c_int, (c_void_p, c_char_p, _SIZED, c_char_p, c_size_t)),
    "EVP_DigestVerifyInit": (c_int, (c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)),
    "EVP_DigestVerify": (c_int, (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t)),
    "ERR_clear_error": (None, ()),
}


@cache
def library() -> ctypes.CDLL | None:
    """The library with all that SM2 needs, none where the machine has no such library."""
    for name in NAMES:
        try:
            return _declared(ctypes.CDLL(name))
        except (OSError, AttributeError):
            continue
    return None


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


class _Key:
    """A key in the library's memory, freed with the object."""

    def __init__(self, lib: ctypes.CDLL, read: "ctypes._NamedFuncPointer", der: bytes) -> None:
        self._lib, self._key = lib, _loaded(lib, read, der)
        weakref.finalize(self, lib.EVP_PKEY_free, self._key)


class PrivateKey(_Key):
    """An SM2 private key in DER (PKCS 8 or SEC 1); ``ValueError`` where the bytes are none."""

    def __init__(self, lib: ctypes.CDLL, der: bytes) -> None:
        super().__init__(lib, lib.d2i_AutoPrivateKey, der)

    def public_der(self) -> bytes:
        """The public key in DER (SubjectPublicKeyInfo)."""
        out = c_void_p()
        length = self._lib.i2d_PUBKEY(self._key, byref(out))
        if length <= 0:
            raise ValueError("libcrypto gave no public key")
        found = ctypes.string_at(out, length)
        self._lib.CRYPTO_free(out, None, 0)
        return found

    def sign(self, text: bytes) -> bytes:
        """The SM2 signature with SM3 in DER; its nonce is the library's."""
        out, size = ctypes.create_string_buffer(128), c_size_t(128)
        with _Operation(self._lib, self._key) as operation:
            ready = operation.init(self._lib.EVP_DigestSignInit)
            context = operation.context
            if not ready or self._lib.EVP_DigestSign(context, out, byref(size), text, len(text)) != 1:
                raise ValueError("libcrypto did not sign")
        return out.raw[: size.value]


class PublicKey(_Key):
    """An SM2 public key in DER (SubjectPublicKeyInfo); ``ValueError`` where the bytes are none."""

    def __init__(self, lib: ctypes.CDLL, der: bytes) -> None:
        super().__init__(lib, lib.d2i_PUBKEY, der)

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Whether the signature in DER is this key's over the text."""
        with _Operation(self._lib, self._key) as operation:
            ready = operation.init(self._lib.EVP_DigestVerifyInit)
            context, size = operation.context, len(signature)
            return ready and int(self._lib.EVP_DigestVerify(context, signature, size, text, len(text))) == 1


class _Operation:
    """The two contexts of one signature, freed, with no error left behind for the library's other users."""

    def __init__(self, lib: ctypes.CDLL, key: int) -> None:
        self._lib, self._key = lib, key
        self.context = lib.EVP_MD_CTX_new()
        self._of_key = lib.EVP_PKEY_CTX_new(key, None)

    def init(self, function: "ctypes._NamedFuncPointer") -> bool:
        """Make ready to sign or verify under the usual identity; the contexts must be joined before."""
        identified = self._lib.EVP_PKEY_CTX_set1_id(self._of_key, IDENTITY, len(IDENTITY)) == 1
        self._lib.EVP_MD_CTX_set_pkey_ctx(self.context, self._of_key)
        sm3 = self._lib.EVP_sm3()
        return identified and int(function(self.context, None, sm3, None, self._key)) == 1

    def __enter__(self) -> "_Operation":
        return self

    def __exit__(self, *_: object) -> None:
        self._lib.EVP_MD_CTX_free(self.context)
        self._lib.EVP_PKEY_CTX_free(self._of_key)
        self._lib.ERR_clear_error()


def _loaded(lib: ctypes.CDLL, read: "ctypes._NamedFuncPointer", der: bytes) -> int:
    found = read(None, byref(c_char_p(der)), len(der))
    sm2 = bool(found) and lib.EVP_PKEY_is_a(found, b"SM2") == 1
    lib.ERR_clear_error()
    if not sm2:
        lib.EVP_PKEY_free(found)
        raise ValueError("not an SM2 key")
    return int(found)
