"""The task division table (任务分解表) as a document to circulate: a measure's cells span its duties."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Row

from fazhi.duties.division import Line, Task, division
from fazhi.duties.models import Edition
from fazhi.sheet import printable

HEADS = ("序号", "类别", "重点任务", "工作措施", "牵头单位", "责任单位", "配合单位", "完成时限")
WIDTHS = (1.2, 2.6, 3.4, 7.4, 3.2, 3.2, 2.2, 2.5)
"""Centimetres on an A4 sheet lying on its side."""
FONT = "仿宋"
OF_MEASURE = (0, 1, 2, 4, 5, 6)
"""Columns that say the same for all duties of a measure."""


def division_docx(edition: Edition) -> bytes:
    """The DOCX file of an edition's task division; what the outline reader reads back from it is the same."""
    document = docx.Document()
    _lay_out(document)
    document.core_properties.author, document.core_properties.comments = "", ""
    document.core_properties.title = f"{edition.outline.title}任务分解表"
    heading = document.add_paragraph(printable(f"{edition.outline.title}任务分解表"))
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.runs[0].font.size = Pt(18)
    _fill(_table(document), division(edition))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)


def _table(document: Document) -> Table:
    table: Table = document.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _write(table.rows[0], HEADS)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    _repeat_on_each_page(table.rows[0])
    return table


def _repeat_on_each_page(row: _Row) -> None:
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)


def _fill(table: Table, tasks: Sequence[Task]) -> None:
    for task in tasks:
        first, *rest = task.lines
        top = table.add_row()  # type: ignore[no-untyped-call]
        _write(top, _whole(task, first))
        for line in rest:
            row = table.add_row()  # type: ignore[no-untyped-call]
            _write(row, ("", "", "", line.text, "", "", "", line.when))
            _continue(row)
        if rest:
            _begin(top)


def _whole(task: Task, line: Line) -> tuple[str, ...]:
    units = (task.lead, task.responsible, task.cooperating)
    return (task.number, task.chapter, task.title, line.text, *units, line.when)


def _write(row: _Row, values: Sequence[str]) -> None:
    for cell, value, width in zip(row._tr.tc_lst, values, WIDTHS, strict=True):
        cell.width = Cm(width)
        cell.p_lst[0].add_r().text = printable(value)


def _begin(row: _Row) -> None:
    for column in OF_MEASURE:
        row._tr.tc_lst[column].vMerge = "restart"


def _continue(row: _Row) -> None:
    for column in OF_MEASURE:
        row._tr.tc_lst[column].vMerge = "continue"
