"""Plain text in the encodings that Chinese offices use: UTF-8, UTF-16 with a mark, GB18030."""

import codecs
import re

from fazhi.fault import Fault

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")


def decode(data: bytes, name: str) -> str:
    """The characters of a text file; bytes of another kind are refused rather than shown as nonsense."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    try:
        return _checked(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _decoded(data, "gb18030", name)


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return _checked(data.decode(encoding), name)
    except UnicodeDecodeError:
        raise _unreadable(name) from None


def _checked(text: str, name: str) -> str:
    if NOT_TEXT.search(text):
        raise _unreadable(name)
    return text


def _unreadable(name: str) -> Fault:
    return Fault("outline.E002", f"{name} 不是可读的文档", "请上传 TXT、DOCX 或 HTML 文件")


def tidy(text: str) -> str:
    """Line ends of every system as one, so that places in the text are the same everywhere.

    >>> tidy("一、总则\\r\\n1.目的\\r")
    '一、总则\\n1.目的\\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
