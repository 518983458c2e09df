"""PDF: the text layer only. The file itself keeps what it shows and is never offered for publication."""

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fazhi.documents.publication.extract import Extract
from fazhi.fault import Fault

NOT_REWRITTEN = "PDF 只提取并脱敏文字层，PDF 文件本身未被改写，不得直接公开"
BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, RecursionError)
ENDS = "。；：:;.！？"


def extract(data: bytes, name: str) -> Extract:
    """The text layer of a PDF with its printed lines joined into paragraphs."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Fault("redact.E007", f"{name} 设有打开密码", "请先解除密码保护")
        text = "\n".join("\n".join(_paragraphs(page.extract_text())) for page in reader.pages)
        return Extract(text, _metadata(reader), tuple(_warnings(reader)))
    except BROKEN:
        raise Fault("redact.E005", f"{name} 是损坏的 PDF 文件", "请重新导出 PDF，或改用 DOCX、TXT") from None


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
    return {key.lstrip("/"): "***" for key, value in (reader.metadata or {}).items() if str(value).strip()}


def _warnings(reader: PdfReader) -> Iterator[str]:
    yield NOT_REWRITTEN
    if any("/Annots" in page for page in reader.pages):
        yield "PDF 含批注或链接，未读入"
    if any(not page.extract_text().strip() for page in reader.pages):
        yield "部分页面没有文字层（可能是扫描件），未脱敏"
