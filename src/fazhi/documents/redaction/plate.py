"""Number plates, also of new-energy vehicles: a plate leads to its keeper."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

REGION = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
PLATE = re.compile(
    rf"(?<!梯\d\d)(?P<region>{REGION}[A-Z])[ ·.\-]?"
    r"(?P<rest>(?=[A-Z0-9]{0,6}\d)(?:[A-HJ-NP-Z0-9]{4,5}[挂学警港澳领]|[A-HJ-NP-Z0-9]{5,6}))(?![A-Z0-9])"
)
LABELLED = re.compile(
    r"(?:号牌|车牌|牌照|牌号)(?:号码?)?(?:为|是)?[: (]{0,2}"
    rf"(?P<plate>{REGION}[ ·.\-]?[A-Z]?[ ·.\-]?[A-Z0-9]{{5,8}})"
    rf"|(?P<split>{REGION}·[A-Z](?=[A-Z0-9]{{0,5}}\d)[A-HJ-NP-Z0-9]{{5,6}})(?![A-Z0-9])"
)
"""Plates of electric bicycles, and plates with the dot at the wrong place."""
STANDARD = re.compile(r"新(?:GB|DB|QB|HJ|JJG)|[A-Z]\d{4}[年号]")


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Plates with a digit at least.

    >>> [s.start for s in find("驾驶津A·12345与津AD00001,新GB14881,津0102行初12号", Policy())]
    [2, 11]
    """
    for match in PLATE.finditer(text):
        if not STANDARD.match(match[0]):
            yield Span(*match.span(), Kind.PLATE, policy.number(match[0]))
    for match in LABELLED.finditer(text):
        place = match.span("plate" if match["plate"] else "split")
        yield Span(*place, Kind.PLATE, policy.number(text[slice(*place)]))
