"""Passports, permits and other papers of a person: known by their label, for their numbers have no check."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

PAPER = (
    "护照|通行证|回乡证|台胞证|居留证|居留许可|军官证|士兵证|警官证|驾驶证|驾照|从业资格证|残疾人?证|社保卡?|社会保障卡?|医保卡?|"
    "学籍|结婚证|离婚证|户口簿?|出生医学证明|健康证|不动产权证书?|房产证|房屋所有权证|证件|准考证|学生证|工作证|档案"
)
LABELLED = re.compile(
    rf"(?:{PAPER})(?:\((?:[^()\n]{{0,12}})\))?(?:的)?(?:证号|号码|编号|号|ID)?(?:为|是)?[: (“\"]{{0,3}}"
    r"(?P<value>(?=[A-Za-z0-9\-]*\d{4})[A-Za-z]{0,3}[0-9][0-9A-Za-z\-]{5,22})"
)
PASSPORT = re.compile(
    r"(?<![0-9A-Za-z])(?:E[A-HJ-NP-Z]\d{7}|[EGDSP]\d{8}|[CHMW]\d{8}(?:\d\d)?)(?![0-9A-Za-z])"
)
NEAR = re.compile(r"护照|通行证|港澳|台湾居民|国籍|外籍|证件")


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Numbers of a person's papers.

    >>> {s.start for s in find("持护照E90000000入境,执法证号02012345", Policy())}
    {3}
    """
    for match in LABELLED.finditer(text):
        yield Span(*match.span("value"), Kind.CERTIFICATE, policy.number(match["value"]))
    for match in PASSPORT.finditer(text):
        if NEAR.search(text, max(0, match.start() - 25), match.start()):
            yield Span(*match.span(), Kind.CERTIFICATE, policy.number(match[0]))
