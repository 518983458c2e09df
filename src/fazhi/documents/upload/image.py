"""Pictures without what tells where, when and with what they were taken; the picture is not touched."""

import struct
from collections.abc import Iterator

KEPT_MARKERS = frozenset({0xE0, 0xE2, 0xEE})
"""JPEG segments that say how to show the picture: JFIF, colour profile, Adobe's transform."""
TELLING_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC and comments (ITU-T T.81, B.1.1); ``ValueError`` where it is broken."""
    return data[:2] + b"".join(_segments(data))


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("a marker is missing")
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker == 0xDA:  # from the scan on there is nothing but the picture
            yield data[at:]
            return
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in KEPT_MARKERS:
            yield data[at:end]
        at = end
    raise ValueError("there is no picture")


def png(data: bytes) -> bytes:
    """A PNG without text, EXIF and time chunks (ISO/IEC 15948); ``ValueError`` where it is broken."""
    return SIGNATURE + b"".join(_chunks(data))


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(SIGNATURE)
    while at < len(data):
        if at + 12 > len(data):
            raise ValueError("a chunk is cut off")
        length, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if name not in TELLING_CHUNKS:
            yield data[at:end]
        if name == b"IEND":
            return
        at = end
    raise ValueError("there is no end")
