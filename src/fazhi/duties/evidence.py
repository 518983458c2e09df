"""What an organ hands in to show that a duty was performed, checked before anything is kept."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from unicodedata import category
from urllib.parse import urlsplit

from fazhi.fault import Fault

LARGEST_FILE = 20 * 2**20
MOST = 20
HEADS = {
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
"""The kinds of file taken as evidence, and how the content of each begins."""
PLAIN = (".txt", ".csv")


@dataclass(frozen=True)
class File:
    """A file with the name it was sent under."""

    name: str
    content: bytes

    @property
    def title(self) -> str:
        """The file's own name, without a folder, cut from the front so that its kind stays readable."""
        shown = "".join(c for c in self.name.replace("\\", "/") if not category(c).startswith("C"))
        return PurePath(shown).name[-200:]

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()

    def check(self) -> None:
        """Refuse what is empty, too large, or not what its name says."""
        if not self.content:
            raise Fault("duties.E031", f"文件“{self.title}”是空的", "请重新选择文件")
        if len(self.content) > LARGEST_FILE:
            raise Fault("duties.E032", f"文件“{self.title}”超过 20 MB", "请压缩或拆分后上传")
        kind = PurePath(self.title).suffix.lower()
        if kind not in HEADS:
            kinds = "、".join(k.removeprefix(".") for k in HEADS)
            raise Fault("duties.E033", f"不接受“{self.title}”这种文件", f"请上传 {kinds} 文件")
        if not self.content.startswith(HEADS[kind]) or (kind in PLAIN and b"\0" in self.content):
            raise Fault("duties.E034", f"“{self.title}”的内容与扩展名不符", "请另存为正确的格式后上传")


@dataclass(frozen=True)
class Link:
    """An address where the evidence can be seen."""

    url: str
    name: str = ""

    @property
    def title(self) -> str:
        return (self.name.strip() or self.url)[:200]

    def check(self) -> None:
        """Refuse what no browser opens: ``javascript:`` and the like never reach a page."""
        if not _opens(self.url) or "\0" in self.name:
            raise Fault("duties.E035", f"“{self.url[:80]}”不是有效网址", "请填写以 https:// 开头的网址")


def _opens(url: str) -> bool:
    if len(url) > 500 or any(c.isspace() or c == "\0" for c in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


Piece = File | Link


def check(pieces: tuple[Piece, ...]) -> None:
    """Refuse an answer without evidence, or with a piece that cannot be kept."""
    if not pieces:
        raise Fault("duties.E030", "没有佐证材料", "请至少上传一个文件或填写一个网址")
    if len(pieces) > MOST:
        raise Fault("duties.E036", f"佐证材料超过 {MOST} 件", "请合并后上传")
    for piece in pieces:
        piece.check()
