"""Passports, permits and other papers of a person: known by their label, for their numbers have no check."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

PAPER = (
    "护照|通行证|回乡证|台胞证|居留证|居留许可|军官证|士兵证|警官证|驾驶证|驾照|从业资格证|残疾人?证|社保卡?|社会保障卡?|医保卡?|"
    "学籍|结婚证|离婚证|户口簿?|出生医学证明|健康证|不动产权证书?|房产证|房屋所有权证|证件|准考证|学生证|工作证|档案|优待证|操作证|信息卡|资格证书?|职业资格证书?|(?<!律师)执业证书?|师(?:执业)?注册证书?"
    "|(?:医师|护士|教师|药师)(?:资格|执业)证书?|病历|病案|住院|门诊|就诊卡?|诊疗卡|用?(?:燃|煤)气户|用?电户|用?水户|供热户|公积金|参保|个人编|车架|车辆识别代|车辆识别代码|发动机|VIN码?"
)
LABELLED = re.compile(
    rf"(?:{PAPER})(?:\((?:[^()\n]{{0,12}})\))?(?:的)?(?:证号|字号|号码|编号|编码|号|ID)(?:为|是)?[: "
    rf"(“\"]{{0,3}}"
    r"(?P<value>(?=[A-Za-z0-9\-]{0,22}\d{4})(?:[A-Za-z]{0,6}[0-9][0-9A-Za-z\-]{5,22}|[0-9]{4}))"
)
UNLABELLED = re.compile(
    r"(?:护照|通行证|回乡证|台胞证)[: (]{0,2}(?P<value>[A-Z]{0,2}\d{7,10})(?![0-9A-Za-z])"
)
REGISTERED = re.compile(r"师\(?(?:执业)?注册(?:编号|号)[: ]{0,2}(?P<value>[一-鿿]?[A-Za-z0-9]{6,20})")
PROPERTY = re.compile(
    r"[一-鿿]{1,4}结字第?\d{6,12}号?|(?:房地证|房权证)津?字?第?[ ]?\d{6,15}号?|[一-鿿]?\((?:19"
    r"|20)\d\d\)[一-鿿]{2,12}不动产权第[ ]?\d{4,10}号"
)
"""Papers of a home: the register tells whose it is."""
OFFICE = re.compile(r"(?:执法|监督|检查|稽查|办案|承办|询问|调查)(?:人?员|人)?|民警|警察|法官|律师")
PERSON = re.compile(r"当事人|申请人|被处罚人|违法行为人|出生|[男女],|住址|患者")
PASSPORT = re.compile(
    r"(?<![0-9A-Za-z])(?:E[A-HJ-NP-Z]\d{7}|[EGDSP]\d{8}|[CHMW]\d{8}(?:\d\d)?)(?![0-9A-Za-z])"
)
NEAR = re.compile(r"护照|通行证|港澳|台湾居民|国籍|外籍|证件")


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Numbers of a person's papers.

    >>> {s.start for s in find("持护照E90000000入境,执法证号02012345", Policy())}
    {3}
    """
    for pattern in (LABELLED, UNLABELLED, REGISTERED):
        for match in pattern.finditer(text):
            if not _is_office(text, match.start()):
                yield Span(*match.span("value"), Kind.CERTIFICATE, policy.number(match["value"]))
    for match in PROPERTY.finditer(text):
        yield Span(*match.span(), Kind.CERTIFICATE)
    for match in PASSPORT.finditer(text):
        if NEAR.search(text, max(0, match.start() - 25), match.start()):
            yield Span(*match.span(), Kind.CERTIFICATE, policy.number(match[0]))


def _is_office(text: str, place: int) -> bool:
    """Whether the paper is the one that an official shows: the nearest word of a person before it decides."""
    before = text[max(0, place - 40) : place]
    office = max((m.end() for m in OFFICE.finditer(before)), default=-1)
    return office > max((m.end() for m in PERSON.finditer(before)), default=-1)
