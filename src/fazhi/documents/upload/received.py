"""A file as it is kept: checked, scanned, stripped of its metadata."""

from dataclasses import dataclass
from pathlib import PurePath
from unicodedata import category

from fazhi.documents.upload import kind, scan
from fazhi.documents.upload.metadata import stripped
from fazhi.documents.upload.size import check_size


@dataclass(frozen=True)
class Received:
    """The name without a folder, the content without metadata."""

    name: str
    data: bytes


def receive(name: str, data: bytes) -> Received:
    """Take a file in, or refuse it with a ``Fault`` documents.E050 to E057 and keep nothing."""
    shown = tidy(name)
    check_size(len(data), shown)
    claimed = kind.check(shown, data)
    scan.check(shown, data)
    return Received(shown, stripped(claimed, shown, data))


def tidy(name: str) -> str:
    """A file's own name, cut from the front so that its kind stays readable.

    >>> tidy("C:\\\\案卷\\\\决定书.pdf")
    '决定书.pdf'
    """
    shown = "".join(c for c in name.replace("\\", "/") if not category(c).startswith("C"))
    return PurePath(shown).name[-200:]
