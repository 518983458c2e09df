"""Files before publication: every place where Word keeps words, a PDF's text layer, names, refusals."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject

from fazhi.documents.publication import copy, read
from fazhi.documents.publication.file import LIMIT
from fazhi.fault import Fault
from tests.documents.publication.files import BODY, pdf, saved, telling, telling_pdf, word

PRIVATE = (
    "张志祥",
    "志祥",
    "孙翠花",
    "13900000001",
    "13900000002",
    "甲路12号",
    "120102198505061239",
    "李明秋",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    found = read(BODY.encode(encoding), "决定书.txt").redaction
    assert found.text == "申请人张某，男，住天津市河东区***。"
    assert BODY[found.spans[0].start : found.spans[0].end] == "张志祥"


def test_the_file_name_is_redacted_with_the_aliases_of_the_text() -> None:
    found = read("申请人：张志祥\n第三人：张秀英".encode(), "张秀英与张志祥.txt")
    assert (found.redaction.text, found.name.text) == ("申请人：张某甲\n第三人：张某乙", "张某乙与张某甲.txt")


def test_words_in_runs_tables_headers_and_boxes_are_read_and_comments_left_out() -> None:
    text = read(saved(word()), "决定书.docx").redaction.text
    assert not [value for value in PRIVATE if value in text]
    assert "申请人张某，男，住天津市河东区***。张某已到庭。" in text
    assert "证人\t孙某\t***" in text
    assert "关于张某一案" in text
    assert "张某签收" in text
    assert "请核实" not in text


def test_properties_revisions_hidden_text_and_comments_are_reported_without_their_values() -> None:
    found = read(saved(word()), "决定书.docx")
    assert set(found.metadata) >= {"作者", "最后修改者", "标题"}
    assert set(found.metadata.values()) == {"***"}
    for word_of_warning in ("修订", "隐藏", "批注"):
        assert any(word_of_warning in warning for warning in found.warnings)


def redacted(data: bytes, name: str, form: str, title: str = "公开版") -> bytes:
    return copy(data, name, read(data, name).redaction.spans, form, title)


def everything(data: bytes) -> str:
    """All that a package says: names, code and words of its parts, and its comment."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
        words = ["".join(etree.fromstring(part.encode()).itertext()) for part in parts]
        return "\n".join([*archive.namelist(), *parts, *words, archive.comment.decode()])


@pytest.mark.parametrize("data", [saved(word()), telling()], ids=["decision", "telling"])
def test_no_part_of_a_redacted_word_file_tells_what_is_hidden(data: bytes) -> None:
    whole = everything(redacted(data, "决定书.docx", ".docx"))
    assert not [value for value in (*PRIVATE, "演示·", "rsid", "mailto", "example.org") if value in whole]


def test_a_redacted_word_file_keeps_its_layout_its_notes_and_its_page_numbers() -> None:
    made = redacted(telling(), "决定书.docx", ".docx")
    document = docx.Document(io.BytesIO(made))
    line = next(p for p in document.paragraphs if "到庭" in p.text)
    assert [(run.text, run.bold) for run in line.runs[:3]] == [
        ("申请人张某", False), ("，男，住天津市河东区***", True), ("。", False),
    ]  # fmt: skip
    assert [cell.text for cell in document.tables[-1].rows[0].cells] == ["证人", "孙某", "***"]
    assert document.sections[0].header.paragraphs[0].text == "关于张某一案"
    assert document.sections[0].footer.paragraphs[0].text == "承办：张某"
    assert (document.core_properties.author, document.core_properties.title) == ("", "")
    said = everything(made)
    assert "脚注：张某" in said
    assert " PAGE " in said
    assert said.count("［图片从略］") >= 3
    assert {"联系人", "邮箱", "控件", "见附件"} <= {p.text for p in document.paragraphs}


def test_what_cannot_be_checked_is_told() -> None:
    warnings = "".join(read(telling(), "决定书.docx").warnings)
    for words in ("图片或嵌入对象 3 处", "自定义数据", "链接或域", "批注", "修订"):
        assert words in warnings


def test_a_redacted_copy_has_nothing_left_to_hide() -> None:
    assert read(redacted(telling(), "a.docx", ".docx"), "a.docx").redaction.spans == ()


def test_an_entity_of_the_file_s_own_is_not_carried_over() -> None:
    given = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word()))) as old, zipfile.ZipFile(given, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                head, body = content.split(b"<w:document", 1)
                content = head + '<!DOCTYPE x [<!ENTITY e "张志祥">]>'.encode() + b"<w:document" + body
                content = content.replace(b"</w:t>", "&e;志祥</w:t>".encode(), 1)
            new.writestr(name, content)
    whole = everything(redacted(given.getvalue(), "a.docx", ".docx"))
    assert not [value for value in (*PRIVATE, "ENTITY") if value in whole]


def test_a_file_in_which_a_hidden_value_is_left_is_not_written() -> None:
    document = word()
    document.styles.add_style("张志祥的样式", 1)
    with pytest.raises(Fault, match=r"redact\.E012.*1 处") as refusal:
        redacted(saved(document), "a.docx", ".docx")
    assert "张志祥" not in str(refusal.value)


def streams(data: bytes) -> str:
    """Every object of a PDF, decompressed, as it is and as text in UTF-16."""
    reader = PdfReader(io.BytesIO(data))
    found = [reader.get_object(n + 1) for n in range(len(reader.xref[0] if reader.xref else ()) + 500)]
    raw = [one.get_data() for one in found if isinstance(one, StreamObject)]
    told = [str(one) for one in found if one is not None]
    return "".join([*told, *(r.decode("utf-8", "ignore") + r.decode("utf-16-be", "ignore") for r in raw)])


@pytest.mark.parametrize(
    ("data", "name"), [(pdf(BODY), "决定书.pdf"), (saved(word()), "决定书.docx"), (BODY.encode(), "a.txt")],
    ids=["pdf", "docx", "txt"],
)  # fmt: skip
def test_a_redacted_pdf_is_a_new_file_without_the_original(data: bytes, name: str) -> None:
    made = redacted(data, name, ".pdf", "张某决定书")
    reader = PdfReader(io.BytesIO(made))
    said = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert "申请人张某，男，住天津市河东区***" in said
    assert "重新排版，不保留原有版式" in said
    assert not [value for value in (*PRIVATE, "Demo") if value in said + streams(made)]
    assert redacted(data, name, ".pdf", "张某决定书") == made


def test_what_a_pdf_holds_beside_its_text_is_told_and_not_carried_over() -> None:
    data = telling_pdf()
    found = read(data, "决定书.pdf")
    for beside in ("批注", "书签", "表单域", "附件 1 个"):
        assert any(beside in warning for warning in found.warnings)
    assert set(found.metadata) >= {"Title", "Keywords", "XMP"}
    made = redacted(data, "决定书.pdf", ".pdf")
    reader = PdfReader(io.BytesIO(made))
    assert not {"/Outlines", "/AcroForm", "/Names"} & set(reader.root_object)
    assert not reader.attachments
    assert not [value for value in (*PRIVATE, "核实") if value in streams(made)]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_another_reader_finds_nothing_in_a_redacted_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(redacted(telling_pdf(), "决定书.pdf", ".pdf"))
    said = subprocess.run(["pdftotext", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True).stdout
    assert "申请人张某" in said.decode()
    assert not [value for value in PRIVATE if value in "".join(said.decode().split())]


def test_a_pdf_with_a_page_without_text_is_refused() -> None:
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf(BODY)))
    writer.add_blank_page(600, 800)
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(Fault, match=r"redact\.E011.*第2页"):
        redacted(buffer.getvalue(), "扫描.pdf", ".pdf")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("张志祥，到庭13900000001 \n", max_size=6), min_size=1, max_size=8))
def test_a_name_is_hidden_however_its_runs_are_cut(cuts: list[str]) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("申请人张志祥，电话13900000001。")
    for words in cuts:
        paragraph.add_run(words)
    data = saved(document)
    whole = everything(redacted(data, "a.docx", ".docx"))
    text = read(data, "a.docx").redaction.text
    assert [v for v in ("张志祥", "13900000001") if v in whole and v not in "".join(text.split())] == []


def test_a_pdf_gives_its_text_layer_and_says_that_it_is_not_rewritten() -> None:
    found = read(pdf(BODY), "决定书.pdf")
    assert found.redaction.text == "申请人张某，男，住天津市河东区***。"
    assert any("未被改写" in warning for warning in found.warnings)
    assert found.metadata == {"Author": "***"}


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (201 * 2**20))
    return buffer.getvalue()


def package(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * (LIMIT + 1), "redact.E001"),
        (bomb(), "redact.E001"),
        (b"\x89PNG\r\n\x1a\n\0\0", "redact.E002"),
        (b"", "redact.E003"),
        (b" \n", "redact.E003"),
        (b"\xd0\xcf\x11\xe0\xa1", "redact.E004"),
        (b"{\\rtf1", "redact.E004"),
        (b"PK\x03\x04 broken", "redact.E005"),
        (package(b"<not closed"), "redact.E005"),
        (b"%PDF-1.7 broken", "redact.E005"),
    ],
    ids=["huge", "bomb", "picture", "empty", "blank", "doc", "rtf", "zip", "xml", "pdf"],
)
def test_what_cannot_be_redacted_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(Fault) as refusal:
        read(data, "文件")
    assert refusal.value.code == code
    assert "文件" in refusal.value.wrong


def test_a_word_file_is_made_of_a_word_file_only() -> None:
    with pytest.raises(Fault) as refusal:
        redacted(pdf(BODY), "决定书.pdf", ".docx")
    assert refusal.value.code == "redact.E006"
