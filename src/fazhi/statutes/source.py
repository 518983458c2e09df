"""A file that holds one edition of a statute, as it lies in the operator's folder."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fazhi.fault import Fault
from fazhi.law import statute_text
from fazhi.law.statute_text import StatuteText
from fazhi.statutes.reading import SUFFIXES, text_of


@dataclass(frozen=True)
class Source:
    """A file's name and bytes, the day in its name, and a digest that covers both bytes and day."""

    name: str
    edition: date | None
    content: bytes
    digest: str

    def read(self) -> StatuteText:
        """The text in it; ``Fault`` where the file is broken."""
        return statute_text.read(text_of(self.name, self.content), self.edition)


def files(folder: Path) -> list[Path]:
    """The statute files under a folder, in the order of their names."""
    if not folder.is_dir():
        raise Fault("statute.E006", f"没有文件夹 {folder}", "请给出存放法规文本的文件夹")
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES)


def load(path: Path) -> Source:
    """Read a file; ``Fault`` statute.E007 where the system does not let it be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Fault("statute.E007", f"无法读取 {path.name}：{error.strerror}", "请检查文件权限") from None
    edition = statute_text.edition_day(path.stem)
    return Source(path.name, edition, content, hashlib.sha256(f"{edition}\n".encode() + content).hexdigest())
