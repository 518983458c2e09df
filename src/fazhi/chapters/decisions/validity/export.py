"""Documents as a file for everybody: XLSX and CSV for people, JSON for machines."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from fazhi.chapters.decisions.validity.models import Document
from fazhi.registers.citations import split
from fazhi.sheet import Column, Value, harmless, workbook

HEADS = (
    Column("发文字号", 22), Column("文件名称", 44), Column("制定机关", 24), Column("管理单位", 18),
    Column("成文日期", 12), Column("公布日期", 12), Column("施行日期", 12), Column("有效期", 16),
    Column("有效期截止之日", 12), Column("有效期原文", 24), Column("市规定所称行政规范性文件", 12),
    Column("人大备案审查的规范性文件", 12), Column("依据", 40), Column("索引号", 18),
    Column("公布的网址", 30),
    Column("状态", 10), Column("终止之日", 12), Column("待修改", 8), Column("演示", 8),
)  # fmt: skip
FORMS = ("xlsx", "csv", "json")


def written(form: str, rows: Iterable[Document], day: date) -> bytes:
    """The documents as they are on a day, as a file of one of the ``FORMS``."""
    return WRITERS[form](rows, day)


def as_dict(row: Document, day: date) -> dict[str, Any]:
    """A document for a machine: ISO days, codes that stay, ``None`` for what does not apply."""
    return {
        "id": row.pk,
        "number": row.number,
        "name": row.name,
        "issuer": row.issuer,
        "organ": row.organ.name,
        "signed_on": _iso(row.signed_on),
        "published_on": _iso(row.published_on),
        "in_force_from": _iso(row.since),
        "validity": row.term,
        "valid_until": _iso(row.valid_until),
        "validity_words": row.term_words,
        "administrative_normative_document": row.normative,
        "subject_to_congress_filing": row.filing,
        "bases": list(split(row.bases)),
        "index_number": row.index_number,
        "address": row.address,
        "state": row.state(day).value,
        "ended_on": _iso(row.ended_on if row.ended_on and row.ended_on <= day else None),
        "to_be_amended": row.revising,
        "page": f"/normative-documents/{row.pk}",
        "demo": row.demo,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _values(row: Document, day: date) -> Iterator[Value]:
    yield from (row.number, row.name, row.issuer, row.organ.name, row.signed_on, row.published_on, row.since)
    yield from (row.get_term_display(), row.valid_until, row.term_words)
    yield from (row.get_normative_display(), row.get_filing_display())
    yield from (row.bases, row.index_number, row.address, row.state(day).label)
    yield row.ended_on if row.ended_on and row.ended_on <= day else None
    yield "是" if row.revising else ""
    yield "是" if row.demo else ""


def _xlsx(rows: Iterable[Document], day: date) -> bytes:
    return workbook("行政规范性文件", HEADS, (list(_values(row, day)) for row in rows))


def _csv(rows: Iterable[Document], day: date) -> bytes:
    """With the mark by which Excel knows UTF-8, and no cell that a spreadsheet would run."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.head for column in HEADS)
    writer.writerows([harmless(value) for value in _values(row, day)] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _json(rows: Iterable[Document], day: date) -> bytes:
    told = {"day": day.isoformat(), "documents": [as_dict(row, day) for row in rows]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


WRITERS: dict[str, Callable[[Iterable[Document], date], bytes]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
}
