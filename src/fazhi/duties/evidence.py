"""What an organ hands in to show that a duty was performed, checked before anything is kept."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from fazhi.documents.upload import kind, largest, scan
from fazhi.documents.upload.received import tidy
from fazhi.documents.upload.size import MB
from fazhi.fault import Fault

MOST = 20


@dataclass(frozen=True)
class File:
    """A file with the name it was sent under."""

    name: str
    content: bytes

    @property
    def title(self) -> str:
        """The file's own name, without a folder, cut from the front so that its kind stays readable."""
        return tidy(self.name)

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()

    def check(self) -> None:
        """Refuse what is empty, too large, not what its name says, or found bad by the scanner.

        Nothing is stripped from evidence: where and when a picture was taken is part of what it shows.
        """
        if not self.content:
            raise Fault("duties.E031", f"文件“{self.title}”是空的", "请重新选择文件")
        if len(self.content) > largest():
            wrong = f"文件“{self.title}”超过 {largest() // MB} MB"
            raise Fault("duties.E032", wrong, "请压缩或拆分后上传")
        if (claimed := kind.suffix(self.title)) not in kind.HEADS:
            kinds = "、".join(k.removeprefix(".") for k in kind.HEADS)
            raise Fault("duties.E033", f"不接受“{self.title}”这种文件", f"请上传 {kinds} 文件")
        if not kind.fits(claimed, self.content):
            raise Fault("duties.E034", f"“{self.title}”的内容与扩展名不符", "请另存为正确的格式后上传")
        scan.check(self.title, self.content)


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
