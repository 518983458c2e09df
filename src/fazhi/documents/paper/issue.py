"""The parts of a paper around its text: 版头, signature, 版记."""

from dataclasses import dataclass
from datetime import date

from fazhi.documents.paper import layout
from fazhi.documents.paper.breaking import broken


@dataclass(frozen=True)
class Head:
    """版头 (7.2): whose paper it is, its number, and who may see it how soon; empty parts are not set."""

    mark: str
    """发文机关标志, e.g. 试验区司法局文件."""
    number: str = ""
    """发文字号, e.g. 试司〔2026〕12号."""
    copy_number: str = ""
    """份号: six digits, for papers with a secrecy grade (7.2.1)."""
    secrecy: str = ""
    """密级和保密期限, as they are to be printed (7.2.2)."""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    """签发人: for papers to a superior (7.2.6)."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The mark in the lines in which it is set."""
        return broken(self.mark, layout.IN_MARK)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """签发人, two in a line (7.2.6)."""
        return tuple(self.signers[n : n + 2] for n in range(0, len(self.signers), 2))

    @property
    def corner(self) -> tuple[str, ...]:
        """What stands in the upper left corner, one line each, in the order of 7.2.1 to 7.2.3."""
        return tuple(filter(None, (self.copy_number, self.secrecy, self.urgency)))


@dataclass(frozen=True)
class Signature:
    """发文机关署名 and 成文日期; with room for a seal (7.3.5.1) or without (7.3.5.2)."""

    organ: str
    day: date
    sealed: bool = False


@dataclass(frozen=True)
class Copies:
    """版记 (7.4): who gets a copy, who printed the paper and when."""

    to: tuple[str, ...] = ()
    printer: str = ""
    printed_on: date | None = None


def chinese(day: date) -> str:
    """A day in Arabic numerals, year in full, no leading zeros (7.3.5.4).

    >>> chinese(date(2026, 3, 5))
    '2026年3月5日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
