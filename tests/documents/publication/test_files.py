"""Files before publication: every place where Word keeps words, a PDF's text layer, names, refusals."""

import io
import zipfile

import docx
import pytest

from fazhi.documents.publication import read, write
from fazhi.documents.publication.file import LIMIT
from fazhi.fault import Fault
from tests.documents.publication.files import BODY, pdf, saved, word

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


def test_words_in_runs_tables_headers_boxes_and_comments_are_read() -> None:
    text = read(saved(word()), "决定书.docx").redaction.text
    assert not [value for value in PRIVATE if value in text]
    assert "申请人张某，男，住天津市河东区***。张某已到庭。" in text
    assert "证人\t孙某\t***" in text
    assert "关于张某一案" in text
    assert "张某签收" in text
    assert "请核实张某的电话***" in text


def test_properties_revisions_hidden_text_and_comments_are_reported_without_their_values() -> None:
    found = read(saved(word()), "决定书.docx")
    assert set(found.metadata) >= {"作者", "最后修改者", "标题"}
    assert set(found.metadata.values()) == {"***"}
    for word_of_warning in ("修订", "隐藏", "批注"):
        assert any(word_of_warning in warning for warning in found.warnings)


def test_a_redacted_copy_of_word_keeps_its_layout_and_tells_nothing() -> None:
    copy = write(saved(word()), "决定书.docx")
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "ignore")
    assert not [value for value in (*PRIVATE, "演示·") if value in whole]
    document = docx.Document(io.BytesIO(copy))
    runs = document.paragraphs[0].runs
    assert [run.text for run in runs[:3]] == ["申请人张某", "，男，住天津市河东区***", "。"]
    assert [run.bold for run in runs[:3]] == [False, True, False]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["证人", "孙某", "***"]
    assert document.core_properties.author == ""


def test_a_redacted_copy_has_nothing_left_to_hide() -> None:
    assert read(write(saved(word()), "a.docx"), "a.docx").redaction.spans == ()


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


def test_only_word_has_a_redacted_copy() -> None:
    with pytest.raises(Fault) as refusal:
        write(pdf(BODY), "决定书.pdf")
    assert refusal.value.code == "redact.E006"
