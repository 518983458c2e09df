"""What was made, amended and abolished in a year: a list due by the end of January (条例第五十条, nd-016)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.chapters.decisions.validity.models import Document, Record
from fazhi.chapters.decisions.validity.state import ENDS, Kind
from fazhi.sheet import Column, Value, workbook

BASIS = "天津市人民代表大会常务委员会和区人民代表大会常务委员会规范性文件备案审查条例第五十条"
HEADS = (
    Column("事项", 8), Column("发文字号", 22), Column("文件名称", 44), Column("制定机关", 24),
    Column("日期", 12), Column("人大备案审查的规范性文件", 14), Column("代替它的文件、理由", 40),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One thing that happened to a document in the year."""

    what: str
    document: Document
    on: date
    note: str = ""

    @property
    def values(self) -> tuple[Value, ...]:
        row = self.document
        return (
            self.what, row.number, row.name, row.issuer, self.on, row.get_filing_display(), self.note,
        )  # fmt: skip


def due(year: int) -> date:
    """The last day for the list of a year."""
    return date(year + 1, 1, 31)


def lines(year: int, issuer: str = "") -> list[Line]:
    """What was made, amended and abolished, in this order and by day; of one issuer or of all."""
    made = Document.objects.filter(published_on__year=year).order_by("published_on", "pk")
    found = [Line("制定", row, row.published_on) for row in made]
    found += _ended(year, Record.Kind.AMEND)
    found += _ended(year, Record.Kind.ABOLISH)
    return [line for line in found if not issuer or line.document.issuer == issuer]


def _ended(year: int, kind: Record.Kind) -> Iterator[Line]:
    """The decisions that ended a document; one about what had ended before changed nothing."""
    rows = Record.objects.filter(kind=kind, effective_on__year=year).select_related("document")
    for one in rows.order_by("effective_on", "pk"):
        ended = (one.document.ended_on, one.document.ended_as)
        if ended == (one.effective_on, ENDS[Kind(kind)]):
            note = one.data.get("replacement", "") or one.text
            yield Line(kind.label, one.document, one.effective_on, note)


def sheet(year: int, issuer: str = "") -> bytes:
    """The list as a workbook."""
    return workbook(f"{year}年发文目录", HEADS, (line.values for line in lines(year, issuer)))
