"""One file before publication: what its text, its name and its metadata give away."""

from dataclasses import dataclass, field
from pathlib import PurePath

from fazhi.documents.publication import pdf, word
from fazhi.documents.publication.extract import Extract
from fazhi.documents.redaction import Policy, Redaction, redact
from fazhi.fault import Fault
from fazhi.source import plain

LIMIT = 50 * 2**20
"""Bytes of the largest file that is read."""
GAP = "\n\n"


@dataclass(frozen=True)
class Findings:
    """What was found in a file; no hidden value is held anywhere in it."""

    redaction: Redaction
    name: Redaction
    """The file's own name, with the same aliases as in the text."""
    metadata: dict[str, str] = field(default_factory=dict)
    """Which properties say something (author, company, title), each with its value covered."""
    warnings: tuple[str, ...] = ()
    """What a reviewer must look at: tracked changes, hidden text, comments, pictures."""

    def as_dict(self) -> dict[str, object]:
        """The findings for a machine: ``text`` and ``spans`` first, as the command promises."""
        rest = {"file_name": self.name.as_dict(), "metadata": self.metadata, "warnings": list(self.warnings)}
        return self.redaction.as_dict() | rest


def read(data: bytes, name: str, policy: Policy | None = None) -> Findings:
    """Redact the text of a TXT, DOCX or PDF file; a ``Fault`` says why the bytes are none.

    >>> found = read("当事人：张志祥".encode(), "张志祥处罚决定书.txt")
    >>> found.redaction.text, found.name.text
    ('当事人：张某', '张某处罚决定书.txt')
    """
    source = _extract(data, name)
    if not source.text.strip():
        raise Fault("redact.E003", f"{name} 没有文字", "扫描件请先识别为文字，再提供 TXT 或 DOCX")
    stem = PurePath(name).name
    whole = redact(source.text + GAP + stem, policy)
    begin = len(source.text) + len(GAP)
    text, named = whole.between(source.text, 0), whole.between(stem, begin)
    return Findings(text, named, source.metadata, source.warnings)


def original_text(data: bytes, name: str) -> str:
    """The text that the spans of ``read`` count in, with nothing hidden."""
    return _extract(data, name).text


def _extract(data: bytes, name: str) -> Extract:
    _check_size(data, name)
    if data.startswith(b"PK"):
        return word.extract(data, name)
    if data.lstrip()[:5] == b"%PDF-":
        return pdf.extract(data, name)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise Fault("redact.E004", f"{name} 是旧版 DOC 或 RTF 文件", "请另存为 DOCX 或 TXT 后再脱敏")
    try:
        return Extract(plain.decode(data, name))
    except Fault as fault:
        raise Fault("redact.E002", fault.wrong, "请提供 TXT、DOCX 或 PDF 文件") from None


def _check_size(data: bytes, name: str) -> None:
    if len(data) > LIMIT:
        raise Fault("redact.E001", f"{name} 超过 {LIMIT // 2**20} MB", "请拆分文件后再脱敏")
