"""Files as offices have them, made for the tests: every person in them is invented (演示)."""

import io

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BODY = "申请人张志祥，男，住天津市河东区甲路12号3门401室。"


def word() -> Document:
    """A decision with a table, a header, a text box, a tracked change, hidden text and an author."""
    document = docx.Document()
    document.core_properties.author = "演示·承办人甲"
    document.core_properties.last_modified_by = "演示·承办人乙"
    document.core_properties.title = "张志祥处罚决定书"
    paragraph = document.add_paragraph()
    for words in ("申请人张", "志祥，男，住天津市河东区甲路", "12号3门401室。"):
        paragraph.add_run(words).bold = words.startswith("志")
    table = document.add_table(rows=1, cols=3)
    for cell, words in zip(table.rows[0].cells, ("证人", "孙翠花", "13900000001"), strict=True):
        cell.text = words
    document.sections[0].header.paragraphs[0].text = "关于张志祥一案"
    marks = nsdecls("w")
    author = 'w:id="1" w:author="演示·承办人甲" w:date="2024-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:ins {marks} {author}><w:r><w:t>张志祥已到庭。</w:t></w:r></w:ins>"))
    paragraph._p.append(
        parse_xml(f"<w:del {marks} {author}><w:r><w:delText>旧名李明秋</w:delText></w:r></w:del>")
    )
    hidden = document.add_paragraph().add_run("120102198505061239")
    hidden.font.hidden = True
    inside = "<w:p><w:r><w:t>张志祥签收</w:t></w:r></w:p>"
    box = f"<w:r {marks}><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
    document.add_paragraph("附注：")._p.append(parse_xml(box))
    document.add_comment(paragraph.runs, text="请核实张志祥的电话13900000002", author="演示·审核员")
    return document


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(text: str) -> bytes:
    """A one-page PDF that shows ``text`` in characters of a font with a Unicode map, as printers write it."""
    codes = "".join(f"{i + 1:04X}" for i in range(len(text)))
    chars = "".join(f"<{i + 1:04X}> <{c.encode('utf-16-be').hex()}>\n" for i, c in enumerate(text))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
        f"<0000> <FFFF> endcodespacerange\n{len(text)} beginbfchar\n{chars}endbfchar endcmap end end"
    )
    page = "/MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"
    font = "/BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R"
    system = "/CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {page} >>",
        _stream(f"BT /F 12 Tf 50 700 Td <{codes}> Tj ET"),
        f"<< /Type /Font /Subtype /Type0 {font} >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X {system} >>",
        _stream(cmap),
        "<< /Author (Demo) >>",
    ]
    return _file(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 8 0 R >>\n"
    )
    return data + trailer.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()
