"""Paragraphs of a body and the four levels of its numbers: 一、（一）1.（1）, GB/T 9704—2012, 7.3.3."""

import re
from dataclasses import dataclass

LEVELS = (
    re.compile(r"[一二三四五六七八九十百]+、"),
    re.compile(r"（[一二三四五六七八九十百]+）"),
    re.compile(r"\d+[.．](?!\d)"),
    re.compile(r"（\d+）"),
)
LEAD = re.compile(r"[^。！？；：]*(?:。|$)")
"""Words up to the first full stop: what is set as a heading when text follows in the same paragraph."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its level (0 for plain text) and the words at its front that are its heading."""

    text: str
    level: int = 0
    lead: str = ""

    @property
    def rest(self) -> str:
        """What follows the heading."""
        return self.text[len(self.lead) :]


def paragraph(text: str) -> Paragraph:
    """A line of text as a paragraph; only the first and second level have a type face of their own.

    >>> paragraph("一、工作安排").lead, paragraph("（一）抓好落实。各单位要认真组织。").lead
    ('一、工作安排', '（一）抓好落实。')
    >>> paragraph("1. 时间").level, paragraph("3.5万元").level, paragraph("（一）条件：齐备").lead
    (3, 0, '')
    """
    stripped = text.strip()
    level = next((n for n, form in enumerate(LEVELS, 1) if form.match(stripped)), 0)
    found = LEAD.match(stripped) if level in (1, 2) else None
    return Paragraph(stripped, level, found[0] if found and len(found[0]) in _whole(stripped) else "")


def _whole(text: str) -> tuple[int, ...]:
    """Where a heading may end: with the paragraph, or after its first full stop."""
    return (len(text), text.find("。") + 1)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The lines of a text that say something.

    >>> [p.level for p in paragraphs("各街道：\\n\\n一、目标\\n做到：")]
    [0, 1, 0]
    """
    return tuple(paragraph(line) for line in text.splitlines() if line.strip())
