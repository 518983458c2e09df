"""Files as offices have them, made for the tests: every person in them is invented (演示)."""

import io
import zipfile

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

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


SECRET = "张志祥"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def _run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def _field(code: str, shown: str) -> str:
    ends = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    told = (ends[0], f"<w:instrText>{code}</w:instrText>", ends[1], f"<w:t>{shown}</w:t>", ends[2])
    return "".join(map(_run, told))


TOLD = {
    "broken and symbol": _run("<w:t>证人张</w:t><w:br/><w:t>志祥、</w:t>")
    + _run('<w:sym w:font="宋体" w:char="5F20"/><w:t>志祥</w:t>'),
    "bookmark": f'<w:bookmarkStart w:id="7" w:name="{SECRET}"/>{_run("<w:t>见附件</w:t>")}',
    "comment in the code": _run(f"<w:t>申请人张<!-- {SECRET} -->志祥</w:t>"),
    "link": f'<w:hyperlink r:id="rId900" w:tooltip="{SECRET}">{_run("<w:t>联系人</w:t>")}</w:hyperlink>',
    "field": _field(f'HYPERLINK "mailto:{SECRET}@example.org"', "邮箱"),
    "simple field": f'<w:fldSimple w:instr="DOCPROPERTY {SECRET}">{_run("<w:t>属性</w:t>")}</w:fldSimple>',
    "page number": _field(" PAGE ", "1"),
    "content control": f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/></w:sdtPr>'
    f"<w:sdtContent>{_run('<w:t>控件</w:t>')}</w:sdtContent></w:sdt>",
    "object": _run(f'<w:object><v:shape alt="{SECRET}"/><w:control r:id="rId901"/></w:object>'),
    "word art": _run(f'<w:pict><v:shape title="{SECRET}"><v:textpath string="{SECRET}"/></v:shape></w:pict>'),
    "form": _run(f'<w:fldChar><w:ffData><w:name w:val="{SECRET}"/></w:ffData></w:fldChar>'),
}  # fmt: skip
"""Where Word may write a name that no page shows."""
DELETED = (
    f'<w:tbl><w:tblPr><w:tblCaption w:val="{SECRET}"/></w:tblPr>'
    '<w:tr><w:trPr><w:del w:id="9" w:author="演示·甲"/></w:trPr>'
    "<w:tc><w:p><w:r><w:t>李明秋</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def telling() -> bytes:
    """The decision with the name in every place where Word may write one without showing it."""
    document = word()
    spaces = f'{nsdecls("w", "r")} xmlns:v="urn:schemas-microsoft-com:vml"'
    paragraphs = [f'<w:p {spaces} w:rsidR="00AB12CD">{inside}</w:p>' for inside in TOLD.values()]
    for written in (*paragraphs, DELETED.replace("<w:tbl>", f"<w:tbl {spaces}>")):
        document.element.body.insert(0, parse_xml(written))
    picture = document.add_paragraph().add_run().add_picture(io.BytesIO(PICTURE))
    picture._inline.docPr.set("descr", SECRET)
    document.sections[0].footer.paragraphs[0].text = f"承办：{SECRET}"
    return _with_more(saved(document))


def _with_more(data: bytes) -> bytes:
    """Parts and relations that python-docx does not make: notes, custom data, variables, links."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    words = "".join(_run(f"<w:t>{piece}</w:t>") for piece in ("脚注：张", "志祥"))
    note = f'<w:footnote w:id="2"><w:p>{words}</w:p></w:footnote>'
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    relations = "".join(
        f'<Relationship Id="{number}" Type="{office}/{kind}" Target="{target}"{mode}/>'
        for number, kind, target, mode in (
            ("rId900", "hyperlink", f"https://example.org/{SECRET}", ' TargetMode="External"'),
            ("rId901", "control", "embeddings/x.bin", ""),
            ("rId902", "footnotes", "footnotes.xml", ""),
        )
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"</w:settings>",
        f'<w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars></w:settings>'.encode(),
    )
    parts |= {
        "word/footnotes.xml": notes.encode(),
        "customXml/item1.xml": f"<a>{SECRET}</a>".encode(),
        "word/embeddings/x.bin": SECRET.encode(),
        f"word/media/{SECRET}.bin": b"x",
        "docProps/custom.xml": f"<Properties><vt>{SECRET}</vt></Properties>".encode(),
    }
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(
        b"</Types>", b'<Default Extension="bin" ContentType="application/octet-stream"/></Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = SECRET.encode()
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


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


def telling_pdf() -> bytes:
    """The decision with the name in every place where a PDF may hold one beside its text."""
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf(BODY)))
    writer.add_outline_item(title=f"关于{SECRET}", page_number=0)
    writer.add_attachment(f"{SECRET}.txt", SECRET.encode())
    writer.add_annotation(0, FreeText(text=f"请核实{SECRET}", rect=(50, 550, 200, 650)))
    field = DictionaryObject(
        {NameObject("/T"): TextStringObject("当事人"), NameObject("/V"): TextStringObject(SECRET)}
    )
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([writer._add_object(field)])})
    writer.root_object[NameObject("/AcroForm")] = form
    meta = StreamObject()
    meta.set_data(f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(meta)
    writer.add_metadata({"/Title": SECRET, "/Keywords": SECRET})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


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
