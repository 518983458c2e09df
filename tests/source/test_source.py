"""Files as offices send them: encodings, Word with automatic numbers and merged cells, web pages."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from fazhi.fault import Fault
from fazhi.outline import read
from fazhi.outline.reading import Part
from fazhi.source import LIMIT, load

TEXT = "某区方案\n一、任务\n1.健全机制。完善制度。（牵头单位：区司法局）\n2.加强培训。（责任单位：各街道）\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_offices_are_told_apart(encoding: str) -> None:
    assert load(TEXT.replace("\n", "\r\n").encode(encoding), "方案.txt") == TEXT


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_words_automatic_numbers_are_read_as_printed() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{around}"/></w:lvl>'
        for depth, (kind, around) in enumerate([("chineseCountingThousand", "%1、"), ("decimal", "%2.")])
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for depth, words in [
        (0, "重点任务"),
        (1, "健全机制。完善制度。（区司法局负责）"),
        (1, "加强培训。"),
        (0, "保障"),
        (1, "考核。"),
    ]:
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
        )
    text = load(saved(document), "方案.docx")
    assert text.split("\n") == [
        "一、重点任务",
        "1.健全机制。完善制度。（区司法局负责）",
        "2.加强培训。",
        "二、保障",
        "1.考核。",
    ]
    assert [measure.number for measure in read(text).measures] == ["1", "2"]


def test_a_task_table_with_merged_cells_gives_each_row_its_units() -> None:
    document = docx.Document()
    document.add_paragraph("某区任务分解表")
    table = document.add_table(rows=4, cols=5)
    rows = [
        ["序号", "重点任务", "具体措施", "牵头单位", "配合单位"],
        ["1", "依法决策", "编制决策目录", "区司法局", "区政府办\n区发改委"],
        ["2", "", "清理规范性文件", "", "各街道"],
        ["3", "严格执法", "每年评查案卷两次", "区城管委", "各街道"],
    ]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(1, 3).merge(table.cell(2, 3))
    measures = read(load(saved(document), "表.docx")).measures
    assert [(m.number, m.title, m.text) for m in measures] == [
        ("1", "依法决策", "编制决策目录"),
        ("2", "依法决策", "清理规范性文件"),
        ("3", "严格执法", "每年评查案卷两次"),
    ]
    assert [m.named(Part.LEAD) for m in measures] == [("区司法局",), ("区司法局",), ("区城管委",)]
    assert measures[0].named(Part.COOPERATING) == ("区政府办", "区发改委")
    assert measures[2].duties[0].frequency == "每年两次"


def test_a_page_is_read_as_its_visitor_sees_it() -> None:
    page = (
        "<html><head><title>门户</title><style>p{}</style></head><body><div>首页 | 公开</div>"
        "<table><tr><td>索 引 号：</td><td>AB/2023-1</td></tr><tr><td>有效性：</td><td>有效</td></tr></table>"
        "<h1>某区工作方案</h1><p>一、任务</p><p>1.健全机制。完善制度。（牵头单位：区司法局）</p>"
        "<p>2.加强培训。<br>每年一次。</p><script>var x='3.不是正文。'</script></body></html>"
    )
    reading = read(load(page.encode(), "方案.html"))
    assert (reading.title, reading.metadata["索引号"], reading.metadata["有效性"]) == (
        "某区工作方案",
        "AB/2023-1",
        "有效",
    )
    assert [m.title for m in reading.measures] == ["健全机制", "加强培训"]
    assert "不是正文" not in reading.text


def test_a_layout_table_is_not_mistaken_for_data() -> None:
    inner = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    page = f"<table><tr><td><div><p>一、任务</p>{inner}</div></td></tr></table>"
    assert load(page.encode(), "页.html").split("\n")[0] == "一、任务"


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (201 * 2**20))
    return buffer.getvalue()


def without_content() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "no document here")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "outline.E003"),
        (b" \n ", "outline.E003"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "outline.E002"),
        (b"\xff\xfe\x00\xd8", "outline.E002"),
        (b"\x81\x30\x81", "outline.E002"),
        (b"PK\x03\x04 broken", "outline.E005"),
        (without_content(), "outline.E005"),
        (bomb(), "outline.E001"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "outline.E004"),
        (b"%PDF-1.7", "outline.E004"),
        (b"x" * (LIMIT + 1), "outline.E001"),
    ],
    ids=["empty", "blank", "picture", "utf-16", "gb18030", "zip", "no-word", "bomb", "doc", "pdf", "huge"],
)
def test_what_is_no_document_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(Fault) as refusal:
        load(data, "文件")
    assert refusal.value.code == code
    assert "文件" in refusal.value.wrong


def test_a_word_file_cut_short_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("一、任务")
    whole = saved(document)
    with pytest.raises(Fault) as refusal:
        load(whole[: len(whole) // 2], "半.docx")
    assert refusal.value.code == "outline.E005"


def test_a_list_style_without_levels_is_no_number() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("任务", style="List Number")
    assert paragraph.style is not None
    assert paragraph.style.element.find(qn("w:pPr")) is not None
    assert load(saved(document), "列表.docx").endswith("任务")


def test_rows_under_one_number_are_one_measure_only_where_the_same_units_answer() -> None:
    rows = [
        "序号\t工作任务\t牵头单位\t配合单位",
        "1\t编制目录\t区司法局\t",
        "〃\t清理文件\t〃\t〃",
        "〃\t评查案卷\t区城管委\t各街道",
    ]
    measures = read("某区任务分解表\n" + "\n".join(rows)).measures
    assert [(m.number, m.text, m.named(Part.LEAD)) for m in measures] == [
        ("1", "编制目录\n清理文件", ("区司法局",)),
        ("1", "评查案卷", ("区城管委",)),
    ]
    assert [m.named(Part.COOPERATING) for m in measures] == [(), ("各街道",)]
