"""The QR code that leads from a printed paper to its verification page (ISO/IEC 18004)."""

import io

import segno


def svg(address: str) -> str:
    """The code as SVG, for pages and PDF.

    >>> svg("https://example.org/verify/A")[:4]
    '<svg'
    """
    return str(_code(address).svg_inline(border=0))


def png(address: str) -> bytes:
    """The code as PNG, for Word.

    >>> png("https://example.org/verify/A")[1:4]
    b'PNG'
    """
    buffer = io.BytesIO()
    _code(address).save(buffer, kind="png", scale=8, border=0)
    return buffer.getvalue()


def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")
