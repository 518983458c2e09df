"""Number plates, also of new-energy vehicles: a plate leads to its keeper."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

PLATE = re.compile(
    r"(?P<region>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[ ·.\-]?"
    r"(?P<rest>(?=[A-Z0-9]*\d)(?:[A-HJ-NP-Z0-9]{4,5}[挂学警港澳领]|[A-HJ-NP-Z0-9]{5,6}))(?![A-Z0-9])"
)
STANDARD = re.compile(r"新(?:GB|DB|QB|HJ|JJG)|[A-Z]\d{4}[年号]")


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Plates with a digit at least.

    >>> [s.start for s in find("驾驶津A·12345与津AD00001,新GB14881,津0102行初12号", Policy())]
    [2, 11]
    """
    for match in PLATE.finditer(text):
        if not STANDARD.match(match[0]):
            yield Span(*match.span(), Kind.PLATE, policy.number(match[0]))
