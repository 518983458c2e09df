"""Statute files as they arrive: Markdown, plain text, DOCX."""

import io
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError

from fazhi.fault import Fault
from fazhi.law import statute_text

SUFFIXES = frozenset({".md", ".txt", ".docx"})
BROKEN = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError)


def text_of(name: str, content: bytes) -> str:
    """The text of a file by its suffix; ``Fault`` statute.E001 where it holds none."""
    if name.lower().endswith(".docx"):
        return _docx(content)
    return statute_text.decode(content)


def _docx(content: bytes) -> str:
    try:
        document = docx.Document(io.BytesIO(content))
    except BROKEN:
        raise Fault(
            "statute.E001", "文件不是可以读取的 DOCX", "请在文字处理软件中另存为 DOCX 后重新导入"
        ) from None
    return "\n".join(paragraph.text for paragraph in document.paragraphs)
