"""A file without the names, places and times that programs write into it unasked."""

import io
import zipfile
from collections.abc import Callable

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from fazhi.documents.publication.package import PROPERTIES
from fazhi.documents.publication.pdf import BROKEN
from fazhi.documents.upload import image
from fazhi.fault import Fault
from fazhi.source.word import excessive

Strip = Callable[[bytes], bytes]


def stripped(kind: str, name: str, data: bytes) -> bytes:
    """The content without its metadata; a kind that carries none, or that we cannot rewrite, as it is.

    ``Fault`` documents.E054 where the file is broken, documents.E055 where it is locked by a password.
    """
    strip = STRIPS.get(kind)
    if strip is None:
        return data
    try:
        return strip(data)
    except (*BROKEN, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError):
        raise Fault("documents.E054", f"“{name}”已损坏，无法去除其中的元数据", "请重新导出后上传") from None


def _office(data: bytes) -> bytes:
    """A package of Word, Excel or PowerPoint with blank properties and no dates of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        if excessive(old):
            raise ValueError("it unpacks to too much")
        for item in old.infolist():
            content = PROPERTIES.get(item.filename) or old.read(item)
            new.writestr(zipfile.ZipInfo(item.filename), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _pdf(data: bytes) -> bytes:
    """A PDF without its information dictionary and XMP stream."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Fault("documents.E055", "PDF 设有密码，无法去除其中的元数据", "请解除密码保护后上传")
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    writer.root_object.pop(NameObject("/Metadata"), None)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


STRIPS: dict[str, Strip] = {
    ".docx": _office,
    ".xlsx": _office,
    ".pptx": _office,
    ".pdf": _pdf,
    ".jpg": image.jpeg,
    ".jpeg": image.jpeg,
    ".png": image.png,
}
