"""The redacted file: never the original with something laid over it, always a new file."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from fazhi.documents.publication import pdf, remains, word
from fazhi.documents.publication.file import original_text
from fazhi.documents.publication.hidden import Hidden, published, values
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.documents.press.font import Cabinet

FORMS = (".txt", ".docx", ".pdf")
NOTE = "本文件由原文件的文字层经脱敏后重新排版，不保留原有版式、图片、印章和签名。"


def copy(
    data: bytes,
    name: str,
    marks: Sequence[Hidden],
    form: str,
    title: str = "",
    fonts: "Cabinet | None" = None,
) -> bytes:
    """A file of one of ``FORMS`` with the marked places of ``original_text`` hidden.

    ``title`` heads a PDF: the redacted file name. ``Fault`` redact.E006 where a DOCX is asked of another kind
    of file, redact.E011 where a PDF has pages without text, redact.E012 where anything hidden is left.
    """
    text = original_text(data, name)
    made = _made(data, name, text, marks, form, title, fonts)
    remains.check(made, form, values(text, marks))
    return made


def form_of(data: bytes) -> str:
    """The form in which a file is published when nobody asks for another: its own.

    >>> form_of(b"%PDF-1.7"), form_of("申请人".encode())
    ('.pdf', '.txt')
    """
    if data.startswith(b"PK"):
        return ".docx"
    return ".pdf" if data.lstrip()[:5] == b"%PDF-" else ".txt"


def _made(
    data: bytes, name: str, text: str, marks: Sequence[Hidden], form: str, title: str, fonts: "Cabinet | None"
) -> bytes:
    if form == ".docx":
        return _word(data, name, marks)
    if form_of(data) == ".pdf":
        pdf.demand_text(data, name)
    said = published(text, marks)
    if form == ".txt":
        return said.encode()
    from fazhi.documents.press.rebuilt import rebuilt  # the press is heavy, and most copies need none

    return rebuilt(title or PurePath(name).stem, NOTE, said, fonts)


def _word(data: bytes, name: str, marks: Sequence[Hidden]) -> bytes:
    if not data.startswith(b"PK"):
        wrong = f"{name} 不是 DOCX，不能写成脱敏的 DOCX"
        raise Fault("redact.E006", wrong, "请把结果输出为 .txt 或者 .pdf 文件，或先将原文件另存为 DOCX")
    return word.masked(data, name, marks)
