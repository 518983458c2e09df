"""A file that is sent in is what its name says, small enough, clean, and tells nobody who made it where."""

import io
import struct
import sys
import zipfile
import zlib
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader, PdfWriter

from fazhi.documents.upload import largest, receive
from fazhi.fault import Fault

SECRET = "演示·承办人甲"


def office() -> bytes:
    document, buffer = Document(), io.BytesIO()
    document.add_paragraph("正文")
    document.core_properties.author = document.core_properties.last_modified_by = SECRET
    document.save(buffer)
    return buffer.getvalue()


def table() -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    book.properties.creator = SECRET
    assert book.active is not None
    book.active["A1"] = "正文"
    book.save(buffer)
    return buffer.getvalue()


def page(password: str = "") -> bytes:
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": SECRET, "/Title": "张某案"})
    writer.xmp_metadata = f"<x>{SECRET}</x>".encode()  # type: ignore[assignment]
    if password:
        writer.encrypt(password)
    writer.write(buffer)
    return buffer.getvalue()


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


PICTURE = (
    segment(0xDB, b"\0" * 65)
    + segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")
    + segment(0xDA, b"\x01\x01\0\0?\0")
)
SCAN = b"\x12\x34\xff\x00\x56\xff\xd9"
JFIF = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
TELLING = (
    segment(0xE1, b"Exif\0\0GPS 39.1,117.2")
    + segment(0xED, b"Photoshop 3.0\0IPTC")
    + segment(0xFE, SECRET.encode())
)
JPEG = b"\xff\xd8" + JFIF + TELLING + PICTURE + SCAN


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


IHDR = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
IDAT = chunk(b"IDAT", zlib.compress(b"\0\0"))
TOLD = chunk(b"tEXt", b"Author\0" + SECRET.encode()) + chunk(b"eXIf", b"II*\0") + chunk(b"tIME", b"\0" * 7)
PNG = b"\x89PNG\r\n\x1a\n" + IHDR + TOLD + IDAT + chunk(b"IEND", b"")


def test_word_and_excel_keep_their_text_and_lose_their_author() -> None:
    word = Document(io.BytesIO(receive("决定书.docx", office()).data))
    assert [p.text for p in word.paragraphs] == ["正文"]
    assert word.core_properties.author == ""
    data = receive("表.xlsx", table()).data
    assert load_workbook(io.BytesIO(data)).active["A1"].value == "正文"  # type: ignore[index]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [n for n in archive.namelist() if SECRET.encode() in archive.read(n)]
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_pdf_keeps_its_pages_and_loses_author_title_and_xmp() -> None:
    reader = PdfReader(io.BytesIO(receive("决定书.pdf", page()).data))
    assert len(reader.pages) == 1
    assert not {"/Author", "/Title"} & set(reader.metadata or {})
    assert "/Metadata" not in reader.root_object


def test_a_jpeg_keeps_its_picture_and_loses_the_place_it_was_taken_at() -> None:
    assert receive("照片.JPG", JPEG).data == b"\xff\xd8" + JFIF + PICTURE + SCAN


def test_a_png_keeps_its_picture_and_loses_its_words() -> None:
    assert receive("图.png", PNG).data == b"\x89PNG\r\n\x1a\n" + IHDR + IDAT + chunk(b"IEND", b"")


def test_text_is_kept_as_it_is() -> None:
    assert receive("说明.txt", "说明".encode()).data == "说明".encode()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "documents.E051"),
        ("程序.exe", b"MZ", "documents.E052"),
        ("无扩展名", b"x", "documents.E052"),
        ("页面.html", b"<script>", "documents.E052"),
        ("图.svg", b"<svg/>", "documents.E052"),
        ("假.pdf", b"MZ\x90", "documents.E053"),
        ("假.docx", table(), "documents.E053"),
        ("假.xlsx", office(), "documents.E053"),
        ("坏.docx", b"PK\x03\x04broken", "documents.E053"),
        ("乱.txt", b"a\0b", "documents.E053"),
        ("断.jpg", JPEG[:40], "documents.E054"),
        ("断.png", PNG[:-20], "documents.E054"),
        ("断.pdf", b"%PDF-1.7 broken", "documents.E054"),
        ("锁.pdf", page("口令"), "documents.E055"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_reason(name: str, data: bytes, code: str) -> None:
    with pytest.raises(Fault) as caught:
        receive(name, data)
    assert caught.value.code == code


def test_a_file_beyond_the_limit_is_refused() -> None:
    with pytest.raises(Fault, match=r"documents\.E050.*20 MB"):
        receive("大.txt", b"x" * (largest() + 1))


def scanner(settings: Any, code: str) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"scan": f"{sys.executable} -c '{code}'"})


def test_the_scanner_gets_the_file_and_its_word_counts(settings: Any) -> None:
    scanner(settings, 'import sys; sys.exit(b"EICAR" in sys.stdin.buffer.read())')
    assert receive("好.txt", b"good").data == b"good"
    with pytest.raises(Fault, match=r"documents\.E056"):
        receive("坏.txt", b"X5O EICAR")


@pytest.mark.parametrize("code", ["import sys; sys.exit(2)", "import os; os.abort()"])
def test_a_scanner_that_fails_lets_nothing_in(settings: Any, code: str) -> None:
    scanner(settings, code)
    with pytest.raises(Fault, match=r"documents\.E057"):
        receive("好.txt", b"good")


def test_a_scanner_that_is_not_there_lets_nothing_in(settings: Any) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"scan": "/nowhere/scanner -"})
    with pytest.raises(Fault, match=r"documents\.E057"):
        receive("好.txt", b"good")
