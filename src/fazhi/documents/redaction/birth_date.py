"""Dates of birth, which with a surname and a district lead to one person."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

YEAR = r"(?:(?:18|19|20)\d\d|[一二][〇○零Oo九八][〇○零一二三四五六七八九]{2})"
NUMERAL = r"[0-9一二三四五六七八九十]{1,3}"
DATE = (
    rf"{YEAR} ?年(?: ?{NUMERAL} ?[月日](?:份)?(?: ?{NUMERAL} ?[日号])?)?"
    r"|(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?|(?:19|20)\d{6}"
)
AFTER = re.compile(rf"(?P<date>{DATE})(?= ?(?:出 ?生|生人|生(?=[,。;)、\s于]|$)))")
BEFORE = re.compile(
    rf"(?:出生(?:日期|年月日?|时间)?|生日|生于|诞生于)(?:为|是|于)?[:\s(]{{0,4}}(?P<date>{DATE})"
)
BESIDE = re.compile(
    rf"(?:[,(、\s]|^)[男女](?:性)?[,、\s]{{1,2}}(?:[一-鿿]{{1,5}}族[,、\s]{{1,2}})?(?P<date>{DATE})(?=[,、。;)\s]|$)"
)


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Dates that are said to be a person's birth.

    >>> [s.start for s in find("男,1970年2月6日出生;公司1990年生产", Policy())]
    [2]
    """
    del policy
    for pattern in (AFTER, BEFORE, BESIDE):
        for match in pattern.finditer(text):
            yield Span(*match.span("date"), Kind.BIRTH_DATE)
