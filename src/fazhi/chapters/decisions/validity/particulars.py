"""What is registered of a document, by column and checked as a whole: a row or a form (nd-002, nd-006)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fazhi.chapters.decisions.validity.state import Span, State
from fazhi.fault import Fault
from fazhi.law import document_number
from fazhi.office.resolution import Directory
from fazhi.packs.register_entry import RegisterEntry
from fazhi.packs.source import Source
from fazhi.registers.files.table import DAYS, Row
from fazhi.registers.reading import Bad, Line, Mistake, Reading
from fazhi.registers.reading import read as read_rows

COLUMNS = Path(__file__).with_name("columns.yaml")
TERMS = {"载明截止之日": "dated", "以文件所写为准": "words", "文件没有载明": "unstated"}
FLAGS = {"是": "yes", "否": "no", "未认定": "open"}
ENDED: Mapping[str, State] = {"修改": State.AMENDED, "废止": State.ABOLISHED, "失效": State.LAPSED}
CODES: Mapping[str, Mapping[str, str]] = {
    "term": TERMS,
    "normative": FLAGS,
    "filing": FLAGS,
    "ended_as": ENDED,
}
"""The words of a file for what the database names otherwise."""
LENGTHS = {"number": 120, "name": 300, "issuer": 120, "index_number": 120, "address": 500}
END = ("ended_as", "ended_on", "ended_by")
LAW = "优化营商环境条例第六十四条第二款"


@cache
def form() -> RegisterEntry:
    """The columns, as data."""
    return Source(COLUMNS).read(RegisterEntry)


@dataclass(frozen=True)
class Known:
    """What a row is checked against: the day, the organs, and the numbers that are taken."""

    day: date
    directory: Directory
    taken: frozenset[str] = frozenset()


def read(rows: list[Row], known: Known) -> Reading:
    """Every row that may be registered, and every other one with all its mistakes."""
    found = read_rows(form(), rows, known.directory)
    lines, bad, taken = list[Line](), list(found.bad), set(known.taken)
    for line in map(_numbered, found.lines):
        mistakes = tuple(_mistakes(line, known.day, taken))
        if mistakes:
            bad.append(Bad(line.line, line.key, mistakes))
        else:
            lines.append(line)
            taken.add(line.key)
    return Reading(tuple(lines), tuple(sorted(bad, key=lambda one: one.line)))


def _numbered(line: Line) -> Line:
    """The number in the brackets that official documents use, so that one document has one number."""
    number = document_number.read(line.key)
    cells = {**line.cells, "number": str(number)} if number else line.cells
    return replace(line, key=str(cells["number"]), cells=cells)


def _mistakes(line: Line, day: date, taken: Collection[str]) -> Iterator[Mistake]:
    cells = line.cells
    for name, longest in LENGTHS.items():
        if len(str(cells.get(name, ""))) > longest:
            yield _wrong(name, "validity.E014", f"超过{longest}字", "请精简文字")
    if line.key in taken:
        yield _wrong("number", "validity.E010", f"“{line.key}”已经登记", "请在该文件的页面更正，不要重复登记")
    if line.until:
        fault = Fault("validity.E011", "规范性文件的终止不填在这一列", "载明有效期的，填“有效期截止之日”")
        yield Mistake(DAYS["until"], fault)
    yield from _term(cells)
    yield from _days(cells, day)
    if bool(cells.get("ended_as")) != bool(cells.get("ended_on")):
        yield _wrong("ended_on", "validity.E015", "终止方式和终止之日没有填全", "请两项都填，或者都不填")
    address = str(cells.get("address", ""))
    if address and not address.startswith(("https://", "http://")):
        yield _wrong("address", "validity.E016", "不是网址", "请以 https:// 或者 http:// 开头")


def _term(cells: Mapping[str, Any]) -> Iterator[Mistake]:
    """The validity comes from the document itself: nothing is filled in for it (nd-060 is superseded)."""
    dated = TERMS[cells["term"]] == "dated"
    if dated and not cells.get("valid_until"):
        yield _wrong(
            "valid_until",
            "validity.E012",
            "选了“载明截止之日”，没有写是哪一日",
            "请照文件填写；文件没有写日期的，改选另外两项之一，平台不推定年限",
        )
    if not dated and cells.get("valid_until"):
        yield _wrong("valid_until", "validity.E012", "有效期一栏没有选“载明截止之日”", "请改选，或者删去日期")
    if TERMS[cells["term"]] == "words" and not cells.get("term_words"):
        yield _wrong("term_words", "validity.E012", "没有抄写文件关于有效期的原文", "请照文件抄写")


def _days(cells: Mapping[str, Any], today: date) -> Iterator[Mistake]:
    published = date.fromisoformat(str(cells["published_on"]))
    if published > today:
        fault = Fault("validity.E013", f"公布日期{published}还没有到", "请在公布以后登记", LAW)
        yield Mistake(form().column("published_on").title, fault)
    if (signed := _day(cells, "signed_on")) and signed > published:
        yield _wrong(
            "signed_on", "validity.E013", f"成文日期{signed}晚于公布日期{published}", "请核对两个日期"
        )
    for name in ("valid_until", "ended_on"):
        if (end := _day(cells, name)) and end < published:
            title = form().column(name).title
            yield _wrong(name, "validity.E013", f"{title}{end}早于公布日期{published}", "请核对两个日期")


def _wrong(column: str, code: str, wrong: str, remedy: str) -> Mistake:
    return Mistake(form().column(column).title, Fault(code, wrong, remedy))


def _day(cells: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(str(cells[name])) if cells.get(name) else None


def cells_of(line: Line) -> dict[str, Any]:
    """A line as its record keeps it: codes for choices, ISO days, with the day it takes effect."""
    cells = {name: CODES[name][str(value)] if name in CODES else value for name, value in line.cells.items()}
    return cells | ({"since": line.since.isoformat()} if line.since else {})


def span(cells: Mapping[str, Any]) -> Span:
    """From when to when the particulars themselves say that the document applies."""
    return Span(_day(cells, "since"), _day(cells, "valid_until"))


def end(cells: Mapping[str, Any]) -> tuple[State, date] | None:
    """How and from when a document had ended when it was entered."""
    day = _day(cells, "ended_on")
    return (State(cells["ended_as"]), day) if day else None


def columns(cells: Mapping[str, Any]) -> dict[str, Any]:
    """The particulars by the fields of a document's row; what ended it is a record of its own."""
    texts = (
        "number",
        "name",
        "issuer",
        "term",
        "term_words",
        "normative",
        "filing",
        "index_number",
        "address",
    )
    found: dict[str, Any] = {name: cells.get(name, "") for name in texts}
    found |= {name: _day(cells, name) for name in ("signed_on", "published_on", "since", "valid_until")}
    return found | {"bases": cells.get("basis", ""), "text": _text(cells)}


def _text(cells: Mapping[str, Any]) -> str:
    return "\n".join(
        str(cells[n]) for n in ("name", "number", "issuer", "basis", "index_number") if cells.get(n)
    )


def words(name: str, code: Any) -> str:
    """A choice in the words of the form; anything else as it is.

    >>> words("term", "unstated"), words("name", "甲办法")
    ('文件没有载明', '甲办法')
    """
    back = {value: word for word, value in CODES.get(name, {}).items()}
    return back.get(code, str(code))
