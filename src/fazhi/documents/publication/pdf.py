"""PDF: the text layer only. The file itself keeps what it shows and is never offered for publication."""

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fazhi.documents.publication.extract import Extract
from fazhi.fault import Fault

NOT_REWRITTEN = (
    "PDF 只提取并脱敏文字层，原 PDF 文件未被改写，不得直接公开；脱敏的 PDF 由文字层重新排版，不保留版式"
)
BESIDE = {"/Outlines": "书签", "/AcroForm": "表单域"}
"""What a catalogue may hold beside the pages, and what readers call it."""
BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, RecursionError)
ENDS = "。；：:;.！？"
logging.getLogger("pypdf").addHandler(logging.NullHandler())
"""On the command line its remarks would stand before the refusal; a server's log has them."""


def extract(data: bytes, name: str) -> Extract:
    """The text layer of a PDF with its printed lines joined into paragraphs."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Fault("redact.E007", f"{name} 设有打开密码", "请先解除密码保护")
        text = "\n".join("\n".join(_paragraphs(page.extract_text())) for page in reader.pages)
        return Extract(text, _metadata(reader), tuple(_warnings(reader)))
    except BROKEN:
        raise broken(name) from None


def demand_text(data: bytes, name: str) -> None:
    """``Fault`` redact.E011 where a page has no text layer: what it shows would be missing, unread."""
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        bare = [n for n, page in enumerate(pages, 1) if not page.extract_text().strip()]
    except BROKEN:
        raise broken(name) from None
    if bare:
        wrong = f"{name} 第{'、'.join(map(str, bare[:20]))}页没有文字层（可能是扫描件），不能核对"
        raise Fault("redact.E011", wrong, "请先识别为文字，另存为 DOCX 或者带文字层的 PDF 后再脱敏")


def broken(name: str) -> Fault:
    """The refusal of a file that is no readable PDF."""
    return Fault("redact.E005", f"{name} 是损坏的 PDF 文件", "请重新导出 PDF，或改用 DOCX、TXT")


def _paragraphs(page: str) -> Iterator[str]:
    """Lines as long as the page is wide go on in the next one: a name may be cut between them.

    >>> list(_paragraphs("申请人张志\\n祥不服该决\\n定。\\n此致"))
    ['申请人张志祥不服该决定。', '此致']
    """
    lines = [line.rstrip() for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    held = ""
    for line in lines:
        held += line
        if len(line) < width - 2 or line.endswith(tuple(ENDS)):
            yield held
            held = ""
    if held:
        yield held


def _metadata(reader: PdfReader) -> dict[str, str]:
    told = {key.lstrip("/"): "***" for key, value in (reader.metadata or {}).items() if str(value).strip()}
    return told | ({"XMP": "***"} if "/Metadata" in reader.root_object else {})


def _warnings(reader: PdfReader) -> Iterator[str]:
    yield NOT_REWRITTEN
    if any("/Annots" in page for page in reader.pages):
        yield "PDF 含批注、链接或表单，未读入，脱敏副本中没有"
    for key, label in BESIDE.items():
        if key in reader.root_object:
            yield f"PDF 含{label}，未读入，脱敏副本中没有"
    if reader.attachments:
        yield f"PDF 含附件 {len(reader.attachments)} 个，未读入，脱敏副本中没有"
    if any(not page.extract_text().strip() for page in reader.pages):
        yield "部分页面没有文字层（可能是扫描件），未脱敏"
