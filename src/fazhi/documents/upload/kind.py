"""What a file is by what it holds, whatever its name says."""

import io
import zipfile
from pathlib import PurePath

from fazhi.fault import Fault

HEADS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".pptx": (b"PK\x03\x04",),
    ".zip": (b"PK\x03\x04",),
    ".ofd": (b"PK\x03\x04",),
    ".doc": (b"\xd0\xcf\x11\xe0",),
    ".xls": (b"\xd0\xcf\x11\xe0",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n",),
    ".txt": (b"",),
    ".csv": (b"",),
}
"""The kinds of file that are taken, and how the content of each begins."""
INSIDE = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".ofd": "OFD.xml",
}
"""The part by which packages of the same head are told apart."""
PLAIN = (".txt", ".csv")


def suffix(name: str) -> str:
    """The kind that a name claims.

    >>> suffix("决定书.PDF")
    '.pdf'
    """
    return PurePath(name).suffix.lower()


def fits(claimed: str, data: bytes) -> bool:
    """Whether content is of the kind that its name claims.

    >>> fits(".pdf", b"%PDF-1.7"), fits(".docx", b"%PDF-1.7"), fits(".txt", b"\\0")
    (True, False, False)
    """
    if not data.startswith(HEADS[claimed]):
        return False
    if claimed in PLAIN:
        return b"\0" not in data
    return claimed not in INSIDE or INSIDE[claimed] in _parts(data)


def check(name: str, data: bytes) -> str:
    """The kind of a file; ``Fault`` documents.E051 empty, E052 a kind not taken, E053 another kind."""
    if not data:
        raise Fault("documents.E051", f"文件“{name}”是空的", "请重新选择文件")
    claimed = suffix(name)
    if claimed not in HEADS:
        kinds = "、".join(kind.removeprefix(".") for kind in HEADS)
        raise Fault("documents.E052", f"不接受“{name}”这种文件", f"请上传 {kinds} 文件")
    if not fits(claimed, data):
        raise Fault("documents.E053", f"“{name}”的内容与扩展名不符", "请另存为正确的格式后上传")
    return claimed


def _parts(data: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, OSError):
        return set()
