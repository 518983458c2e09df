"""A document's words for the page, out of its files, and whether they name private persons."""

from collections import Counter
from collections.abc import Iterable, Sequence

from fazhi.documents.publication.file import original_text
from fazhi.documents.redaction import redact
from fazhi.documents.redaction.kind import LABELS
from fazhi.documents.upload import Received
from fazhi.documents.upload.kind import suffix
from fazhi.fault import Fault

READ = (".txt", ".docx", ".pdf")
"""Kinds of file whose words can be read."""
LONGEST = 500_000
PRIVACY = "《政府信息公开条例》第十五条"


def words(file: Received) -> str:
    """What a file says; nothing where its kind cannot be read. ``Fault`` where it is broken."""
    return original_text(file.data, file.name).strip() if suffix(file.name) in READ else ""


def text_of(typed: str, files: Iterable[Received]) -> str:
    """The text for the page: as it was typed, else the words of the first file that has any.

    ``Fault`` library.E010 where there is none: a picture of a page cannot be read by everybody.
    """
    text = typed.replace("\0", " ").replace("\r\n", "\n").strip()
    text = text or next(filter(None, (words(file) for file in files)), "")
    if not text:
        raise Fault("library.E010", "没有可以阅读的正文", "请填写正文，或者提供带文字的 DOCX、PDF、TXT")
    if len(text) > LONGEST:
        raise Fault("library.E001", f"正文超过{LONGEST}字", "请只填写主要部分，全文放在文件中")
    return text


def demand_impersonal(text: str, files: Sequence[Received]) -> None:
    """``Fault`` library.E011 names how much personal information seems to be in a document.

    library.E014 names files that no program can read: only a person can say that nothing is in them.
    """
    said = "\n\n".join((text, *(f"{file.name}\n{words(file)}" for file in files)))
    found = Counter(LABELS[span.kind] for span in redact(said).spans)
    if found:
        told = "、".join(f"{kind}{number}处" for kind, number in found.items())
        raise Fault(
            "library.E011",
            f"正文或者文件中有疑似个人信息：{told}",
            "请先在“公开前脱敏”中处理；依法可以公开的，逐项核对后勾选“已经核对个人信息”",
            PRIVACY,
        )
    if unread := [file.name for file in files if suffix(file.name) not in READ]:
        raise Fault(
            "library.E014",
            f"不能自动核对文件中的个人信息：{'、'.join(unread[:5])}",
            "请逐份查看后勾选“已经核对个人信息”",
            PRIVACY,
        )
