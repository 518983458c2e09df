"""On what a document says that it rests: the sentence that names its bases (根据……，制定本办法)."""

import re

from fazhi.chapters.decisions.review import document as reading
from fazhi.chapters.decisions.review.rules.citation import cited

RESTS = re.compile(r"根据|依据|依照|按照")
MADE = re.compile(r"制定|现就|现将|结合|通知如下|公告如下|通告如下|提出")


def bases(text: str) -> tuple[str, ...]:
    """The citations of the sentences that say why the document was made, each once, in their order.

    >>> bases("第一条 根据《道路交通安全法》第三十三条，制定本办法。\\n第二条 依照《行政许可法》办理。")
    ('《道路交通安全法》第三十三条',)
    """
    document = reading.prepare(text)
    found = [f"《{one.title}》{one.places}" for one in cited(document) if _rests(document, one.span)]
    return tuple(dict.fromkeys(found))


def _rests(document: reading.Document, span: tuple[int, int]) -> bool:
    first, last = document.sentence(span)
    words = document.text[first:last]
    before = document.text[first : span[0]]
    return bool(RESTS.search(before) and MADE.search(words))
