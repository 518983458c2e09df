"""The index of a file as it leaves the platform: CSV for people, PDF to bind in front of the file."""

import csv as writer
import io
from collections.abc import Iterator

from django.utils import timezone

from fazhi.chapters.decisions.archive.index import Index, Item, State
from fazhi.chapters.decisions.archive.standing import Standing
from fazhi.documents.paper import Paper, Signature, paragraphs
from fazhi.documents.paper.issue import chinese
from fazhi.documents.press.pdf import pdf as printed
from fazhi.sheet import harmless

HEADS = (
    "序号",
    "行为",
    "日期",
    "题名",
    "文号",
    "页数",
    "责任者",
    "状态",
    "依据",
    "文件名",
    "SHA-256",
    "说明",
)
SAID = {State.KEPT: "在卷", State.MISSING: "缺", State.WAIVED: "不适用", State.UNSURE: "待核对"}


def csv(index: Index) -> bytes:
    """The index with the mark by which spreadsheets know UTF-8, and no cell that they would run."""
    file = io.StringIO(newline="")
    table = writer.writer(file)
    table.writerow(HEADS)
    table.writerows([harmless(cell) for cell in row] for row in rows(index))
    return file.getvalue().encode("utf-8-sig")


def rows(index: Index) -> Iterator[tuple[str, ...]]:
    """The lines under the heads."""
    for number, item in enumerate(index.items, 1):
        yield str(number), *_row(item)


def _row(item: Item) -> tuple[str, ...]:
    sheet, step = item.sheet, item.step
    day = sheet.day if sheet else step.day
    number, name, digest = (sheet.number, sheet.file_name, sheet.digest) if sheet else ("", "", "")
    pages = str(sheet.pages) if sheet and sheet.pages else ""
    said = item.reason or (f"补入：{sheet.late}" if sheet and sheet.late else "")
    head = f"{step.number}.{step.title}", day.isoformat(), item.title, number, pages
    return *head, item.owed, SAID[item.state], item.article, name, digest, said


def pdf(now: Standing) -> bytes:
    """The index as a paper, one paragraph for each line."""
    row = now.file.row
    lines = (_line(number, item) for number, item in enumerate(now.index.items, 1))
    count = f"共{len(now.index.items)}项，在卷{now.index.kept}件。"
    head = f"案号：{row.number}\n案由：{row.title or '无'}\n{count}\n"
    foot = f"\n目录摘要（SHA-256）：{now.index.digest}"
    text = head + "\n".join(lines) + foot
    day = timezone.localdate(now.latest.at) if now.latest else row.latest_on or row.began_on
    return printed(Paper("卷内目录", paragraphs(text), Signature(row.organ.full_name, day))).content


def _line(number: int, item: Item) -> str:
    sheet = item.sheet
    day = chinese(sheet.day if sheet else item.step.day)
    if sheet is None:
        return f"{number}. {item.title}，{SAID[item.state]}。{item.reason or item.article}"
    pages = f"，{sheet.pages}页" if sheet.pages else ""
    more = f"，{sheet.number}" if sheet.number else ""
    return f"{number}. {item.title}{more}，{day}，{item.owed}{pages}，摘要{sheet.digest[:16]}"
