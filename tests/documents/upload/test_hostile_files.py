"""Files made to do harm: they are refused with a code or read for what they say, and read nothing else."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from openpyxl import Workbook

from fazhi import source
from fazhi.documents.publication import package
from fazhi.documents.upload import receive
from fazhi.fault import Fault
from fazhi.packs import registers
from fazhi.registers.files import table

LAUGHS = "".join(
    f'<!ENTITY {one} "{f"&{before};" * 50}">' for before, one in zip("abcde", "bcdef", strict=True)
)
DTD = f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}<!ENTITY s SYSTEM "file:///etc/passwd">]>'.encode()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part made otherwise."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return buffer.getvalue()


def word() -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph("MARK")
    document.save(buffer)
    return buffer.getvalue()


def excel() -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    book.worksheets[0]["A1"] = "MARK"
    book.save(buffer)
    return buffer.getvalue()


def declared(entity: str) -> Callable[[bytes], bytes]:
    """A part that declares entities and says one of them in the place of its word."""

    def change(content: bytes) -> bytes:
        at = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
        return content[:at] + DTD + content[at:].replace(b"MARK", f"&{entity};".encode())

    return change


def bomb(data: bytes, part: str) -> bytes:
    """A package whose part grows beyond what is unpacked, out of a few hundred kilobytes."""
    return changed(data, part, lambda content: content + b" " * (source.word.UNPACKED + 1))


def read_all(data: bytes, name: str) -> str:
    """What any reader makes of a file; nothing where it is refused."""
    told = ""
    for reader in (
        lambda: source.load(data, name),
        lambda: str(package.open_parts(data, name).keys()),
        lambda: str(table.rows(next(iter(registers.load().values())), name, data)),
    ):
        try:
            told += reader()
        except Fault as fault:
            told += str(fault)
    return told


@pytest.mark.parametrize("entity", ["s", "f"])
def test_no_entity_is_resolved(entity: str) -> None:
    told = read_all(changed(word(), "word/document.xml", declared(entity)), "a.docx")
    for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        told += read_all(changed(excel(), part, declared(entity)), "a.xlsx")
    assert "root:" not in told
    assert "hahaha" not in told


def test_a_package_that_grows_without_measure_is_refused_before_it_is_opened() -> None:
    for data, part, name in (
        (word(), "word/document.xml", "a.docx"), (excel(), "xl/worksheets/sheet1.xml", "a.xlsx"),
    ):  # fmt: skip
        small = bomb(data, part)
        assert len(small) < 2**20
        with pytest.raises(Fault) as refused:
            receive(name, small)
        assert refused.value.code == "documents.E054"
        assert "解压后过大" in read_all(small, name)


def test_a_package_of_countless_parts_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(6_000):
            archive.writestr(f"word/{number}", b"")
        archive.writestr("word/document.xml", b"<x/>")
    with pytest.raises(Fault) as refused:
        receive("a.docx", buffer.getvalue())
    assert refused.value.code == "documents.E054"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/a.txt", "a.txt"), ("..\\..\\a.txt", "a.txt"), ("a\r\nX: y.txt", "aX: y.txt"),
        ("\u202etxt.a.txt", "txt.a.txt"), ("http://10.0.0.1/a.txt", "a.txt"), ("$(id).txt", "$(id).txt"),
        ("x" * 3000 + ".txt", "x" * 196 + ".txt"),
    ],
)  # fmt: skip
def test_a_name_is_never_a_path(given: str, kept: str) -> None:
    assert receive(given, b"text").name == kept


def test_a_page_nested_without_end_is_read_or_refused() -> None:
    page = "<html><body>" + "<div>" * 5_000 + "一、总则"
    with pytest.raises(Fault) as refused:
        source.load(page.encode(), "a.html")
    assert refused.value.code == "outline.E003"
