"""The last look at a redacted file: nothing that was to be hidden may be found in any part of it."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from pypdf import PdfReader

from fazhi.documents.publication.hidden import squeezed
from fazhi.documents.publication.package import PARSER
from fazhi.fault import Fault


def check(data: bytes, form: str, values: frozenset[str]) -> None:
    """``Fault`` redact.E012 where a value is found; it says how many, and never which."""
    said = [squeezed(text) for text in SAID[form](data)]
    found = sum(1 for value in values if any(value in text for text in said))
    if found:
        wrong = f"脱敏副本中仍能找到 {found} 处应隐去的内容，没有写出文件"
        raise Fault(
            "redact.E012", wrong, "请改用 TXT 或者 PDF 副本，或者在原文件中删去样式、编号中的个人信息"
        )


def _word(data: bytes) -> Iterator[str]:
    """Every part by its name, its code and its words as they are read on."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            yield name
            yield content.decode("utf-8")
            yield "".join(str(words) for words in etree.fromstring(content, PARSER).itertext())


def _pdf(data: bytes) -> Iterator[str]:
    """What the pages show, read on from page to page, and what the file says about itself."""
    reader = PdfReader(io.BytesIO(data))
    yield "".join(page.extract_text() for page in reader.pages)
    yield "".join(str(value) for value in (reader.metadata or {}).values())
    if reader.xmp_metadata is not None:
        yield data.decode("utf-8", "ignore")


def _text(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8")


SAID = {".docx": _word, ".pdf": _pdf, ".txt": _text}
"""How each form of copy is read."""
