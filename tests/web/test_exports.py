"""What is on screen leaves as files that offices open."""

import io
from urllib.parse import unquote

import docx
import openpyxl
import pytest
from django.test import Client

from fazhi.duties.models import Edition


def test_the_ledger_leaves_with_the_filters_that_are_on(clerk: Client) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(clerk.get("/duties.xlsx?q=案卷").content)).worksheets[0]
    duties = {row[3] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert duties
    assert all("案卷" in str(duty) for duty in duties)


def test_the_task_division_leaves_as_workbook_and_document(clerk: Client, edition: Edition) -> None:
    book = clerk.get(f"/outlines/{edition.outline_id}/table.xlsx")
    assert "试验区纲要-任务分解表.xlsx" in unquote(book["Content-Disposition"])
    assert openpyxl.load_workbook(io.BytesIO(book.content)).worksheets[0].max_row > 4
    table = docx.Document(io.BytesIO(clerk.get(f"/outlines/{edition.outline_id}/table.docx").content)).tables[
        0
    ]
    assert "执法监督" in {cell.text for row in table.rows for cell in row.cells}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_an_unknown_outline_is_not_found(clerk: Client, kind: str) -> None:
    assert clerk.get(f"/outlines/999/table.{kind}").status_code == 404
