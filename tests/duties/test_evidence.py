"""Evidence is what its name says, small enough to keep, and opens nothing but a page."""

import pytest

from fazhi.documents.upload import largest
from fazhi.duties import evidence
from fazhi.duties.evidence import File, Link
from fazhi.fault import Fault


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        (File("空.txt", b""), "duties.E031"),
        (File("大.txt", b"x" * (largest() + 1)), "duties.E032"),
        (File("程序.exe", b"MZ"), "duties.E033"),
        (File("无扩展名", b"x"), "duties.E033"),
        (File("页面.html", b"<script>"), "duties.E033"),
        (File("图.svg", b"<svg/>"), "duties.E033"),
        (File("假.pdf", b"MZ\x90"), "duties.E034"),
        (Link("javascript:alert(1)"), "duties.E035"),
        (Link("https://"), "duties.E035"),
        (Link("https://a b"), "duties.E035"),
        (Link("http://[::1"), "duties.E035"),
        (Link("https://example.org/" + "x" * 500), "duties.E035"),
    ],
)
def test_a_piece_that_cannot_be_kept_is_refused(piece: evidence.Piece, code: str) -> None:
    with pytest.raises(Fault) as fault:
        evidence.check((piece,))
    assert fault.value.code == code


def test_good_pieces_are_taken() -> None:
    evidence.check(
        (File("报告.PDF", b"%PDF-1.7"), File("表.csv", "甲,乙".encode()), Link("https://example.org"))
    )


def test_too_many_pieces_are_refused() -> None:
    with pytest.raises(Fault, match=r"duties\.E036"):
        evidence.check((Link("https://example.org"),) * 21)


def test_a_file_keeps_only_its_own_name() -> None:
    assert File("..\\..\\etc/passwd.txt", b"x").title == "passwd.txt"
    assert File("长" * 300 + ".pdf", b"x").title.endswith(".pdf")
