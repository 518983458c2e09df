"""The catalogue of the library (政府信息公开目录) as a file: XLSX and CSV for people, JSON for machines."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils.timezone import localdate, localtime

from fazhi.library.models import Item, Validity
from fazhi.sheet import Column, Value, harmless, workbook

TITLE = "公开文件目录"
HEADS = (
    Column("名称", 48), Column("索引号", 30), Column("发布机构", 24), Column("主题", 24),
    Column("成文日期", 12), Column("发文日期", 12), Column("有效性", 10), Column("发文字号", 22),
    Column("内容概述", 48), Column("公开种类", 10), Column("公开日期", 12), Column("网页", 40),
)  # fmt: skip
Address = Callable[[Item], str]


def told(item: Item, address: str) -> dict[str, Any]:
    """One document for machines; ``item`` carries ``state``. What nobody knows is ``None``, never made up."""
    return {
        "id": item.pk,
        "kind": item.kind,
        "title": item.title,
        "index_number": item.index_number or None,
        "number": item.number or None,
        "publisher": item.organ.full_name,
        "publisher_code": item.organ.code,
        "subject": item.subject or None,
        "summary": item.summary or None,
        "signed_on": _day(item.signed_on),
        "issued_on": _day(item.issued_on),
        "validity": item.state,  # type: ignore[attr-defined]
        "published_at": localtime(item.at).isoformat(timespec="seconds"),
        "page": address,
        "demo": item.demo,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def written(form: str, rows: Iterable[Item], address: Address) -> bytes:
    """The rows as a file of one of the ``FORMS``."""
    return FORMS[form](rows, address)


def _xlsx(rows: Iterable[Item], address: Address) -> bytes:
    return workbook(TITLE, HEADS, (_row(item, address(item)) for item in rows))


def _csv(rows: Iterable[Item], address: Address) -> bytes:
    """With the mark by which Excel knows UTF-8, and no cell that a spreadsheet would run."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.head for column in HEADS)
    writer.writerows([harmless(value) for value in _row(item, address(item))] for item in rows)
    return file.getvalue().encode("utf-8-sig")


def _json(rows: Iterable[Item], address: Address) -> bytes:
    found = {"title": TITLE, "documents": [told(item, address(item)) for item in rows]}
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


FORMS: dict[str, Callable[[Iterable[Item], Address], bytes]] = {"xlsx": _xlsx, "csv": _csv, "json": _json}


def _row(item: Item, address: str) -> tuple[Value, ...]:
    state = Validity.State(item.state).label  # type: ignore[attr-defined]
    return (
        item.title, item.index_number, item.organ.full_name, item.subject, item.signed_on, item.issued_on,
        state, item.number, item.summary, item.get_kind_display(), localdate(item.at), address,
    )  # fmt: skip
