"""From the bytes of a file to the text that is read: TXT, DOCX and HTML, in the encodings offices use."""

from fazhi.fault import Fault
from fazhi.source import page, plain, word

LIMIT = 20 * 2**20
"""Bytes of the largest file that is read where the caller sets no limit of its own."""


def load(data: bytes, name: str = "", largest: int = LIMIT) -> str:
    """The text of a document; a ``Fault`` says why the bytes are none. ``name`` only words the message.

    Tables come as lines of tab-separated cells, a cell merged with the one above as 〃, line breaks inside
    a cell as U+2028.

    >>> load("一、总则".encode("gb18030"), "a.txt")
    '一、总则'
    >>> load(b"\\x89PNG\\x1a", "a.docx")
    Traceback (most recent call last):
    ...
    fazhi.fault.Fault: [outline.E002] a.docx 不是可读的文档。请上传 TXT、DOCX 或 HTML 文件。
    """
    if len(data) > largest:
        raise Fault("outline.E001", f"{name} 超过 {largest // 2**20} MB", "请拆分文件，或只上传正文")
    text = _text(data, name)
    if not text.strip():
        raise Fault("outline.E003", f"{name} 没有文字", "扫描件请先识别为文字，再上传 TXT 或 DOCX")
    return text


def _text(data: bytes, name: str) -> str:
    if data.startswith(b"PK"):
        return word.text(data, name)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")):
        raise Fault("outline.E004", f"{name} 是旧版 DOC、RTF 或 PDF 文件", "请另存为 DOCX 或 TXT 后上传")
    decoded = plain.decode(data, name)
    return page.text(decoded) if page.is_page(decoded) else plain.tidy(decoded)
