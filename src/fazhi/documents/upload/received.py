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
    shown = inspected(name, data)
    return Received(shown, stripped(kind.suffix(shown), shown, data))


def inspected(name: str, data: bytes) -> str:
    """Look at a file that is kept as it is, metadata and all, as evidence is; refused with the same codes.

    Gives the name that it is kept under.
    """
    shown = tidy(name)
    check_size(len(data), shown)
    kind.check(shown, data)
    scan.check(shown, data)
    return shown


def evidence(name: str, data: bytes) -> str:
    """Look at a file of whatever kind, as recordings are; one that claims a known kind must be of it.

    Gives the name that it is kept under; how big it may be is for the case to say.
    """
    shown = tidy(name)
    if data and kind.suffix(shown) in kind.HEADS:
        kind.check(shown, data)
    scan.check(shown, data)
    return shown


def tidy(name: str) -> str:
    """A file's own name, cut from the front so that its kind stays readable.

    >>> tidy("C:\\\\案卷\\\\决定书.pdf")
    '决定书.pdf'
    """
    shown = "".join(c for c in name.replace("\\", "/") if not category(c).startswith("C"))
    return PurePath(shown).name[-200:]
