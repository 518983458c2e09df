"""The Word file says what the PDF says, on a page of the same measures, and names nobody."""

import io
from datetime import date

from docx import Document
from docx.document import Document as WordDocument

from fazhi.documents.paper import Paper, Signature, layout
from fazhi.documents.press.word import docx
from tests.documents.paper.test_paper import sample


def opened(paper: Paper) -> WordDocument:
    return Document(io.BytesIO(docx(paper)))


def text(document: WordDocument) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_every_part_is_in_the_file() -> None:
    found = text(opened(sample()))
    for part in (
        "试验区司法局文件", "试司〔2026〕12号", "000001", "秘密★1年", "特急", "各街道办事处、区政府各部门：",
        "一、范围", "（一）处罚案卷。十件。", "附件：1. 评查标准", "2. 评查汇总表", "2026年3月5日",
        "（此件主动公开）", "抄送：区委办公室。", "2026年3月6日印发", "2KFM 8QXT 7HNW",
    ):  # fmt: skip
        assert part in found, part


def test_the_type_area_is_156_by_225_mm() -> None:
    section = opened(sample()).sections[0]
    sides = [section.page_width, section.left_margin, section.right_margin]
    assert None not in sides
    width, left, right = (side.mm for side in sides if side is not None)
    assert round(width - left - right) == layout.AREA[0]
    assert section.top_margin is not None
    assert round(section.top_margin.mm) == 37


def test_the_file_names_the_organ_and_no_person() -> None:
    known = opened(sample()).core_properties
    assert known.author == known.last_modified_by == "试验区司法局"
    assert known.comments == ""


def test_a_long_organ_is_never_pushed_off_the_page() -> None:
    organ = "试验区人民政府某某街道办事处综合行政执法大队"
    lines = opened(sample(signature=Signature(organ, date(2026, 3, 5), sealed=True))).paragraphs
    signed = next(line for line in lines if line.text == organ)
    right = signed.paragraph_format.right_indent
    assert right is not None
    assert right.pt >= 0
