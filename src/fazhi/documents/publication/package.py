"""The parts of a DOCX package: opened with care, and written again without what tells its makers."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from fazhi.fault import Fault
from fazhi.source.word import excessive

Parts = dict[str, bytes]
PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)
CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
CUSTOM = APP.replace(b"extended-properties", b"custom-properties")
PROPERTIES = {"docProps/core.xml": CORE, "docProps/app.xml": APP, "docProps/custom.xml": CUSTOM}
TELLING = {
    "creator": "作者",
    "lastModifiedBy": "最后修改者",
    "title": "标题",
    "subject": "主题",
    "keywords": "关键词",
    "description": "备注",
    "category": "类别",
    "Company": "单位",
    "Manager": "主管",
    "lpwstr": "自定义属性",
}
"""Properties that may name a person or a place, and what Word calls them."""


def open_parts(data: bytes, name: str) -> Parts:
    """The parts of a package by name; a ``Fault`` where it is broken, too large or no Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if excessive(archive):
                raise Fault("redact.E001", f"{name} 解压后过大", "请只保留正文，删去图片后再脱敏")
            parts = {item.filename: archive.read(item) for item in archive.infolist()}
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise broken(name) from None
    if "word/document.xml" not in parts:
        raise broken(name)
    return parts


def broken(name: str) -> Fault:
    """The refusal of a file that is no readable Word document."""
    wrong = f"{name} 是损坏的 DOCX 文件，或不是 Word 文档"
    return Fault("redact.E005", wrong, "请用 Word 或 WPS 打开后另存为 DOCX 再脱敏")


def save(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts without dates of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def metadata(parts: Parts) -> dict[str, str]:
    """Which properties are filled in, each with its value covered."""
    found: dict[str, str] = {}
    for name in PROPERTIES:
        for element in etree.fromstring(parts[name], PARSER).iter() if name in parts else ():
            label = TELLING.get(etree.QName(element).localname) if isinstance(element.tag, str) else None
            if label and (element.text or "").strip():
                found[label] = "***"
    return found
