"""Telephone numbers of persons: mobiles always, fixed lines unless an office gives its own."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

MOBILE = re.compile(
    r"(?<![\d.])(?:\(?\+?(?:00)?86\)?[ -]?|0)?1[3-9]\d(?:[ -]?\d{4}[ -]?\d{4}|\d[ -]\d{3}[ -]\d{4}"
    r"|[ -]\d{3}[ -]\d{5}|\d[ -]\d{4}[ -]\d{3})(?!\d|\.\d)"
)
FIXED = re.compile(
    r"(?<![\d.])(?:\(0\d{2,3}\)"
    r"|0\d{2,3}[ -]{1,3})[ ]?[2-9]\d{2,3}[ -]?\d{4}(?:[ -]?转?[ -]?\d{1,5}(?=\D|$))?(?!\d)"
)
LABELLED = re.compile(
    r"(?:电话|手机|座机|联系方式|号码|致电|拨打|来电|传呼|短信)(?:号码?)?(?:为|是|:|\()?[: (]{0,3}"
    r"(?P<value>(?:0\d{2,3})?[2-9]\d{6,7}(?:-\d{1,5})?)(?![\d号.])"
)
OFFICE = re.compile(
    r"咨询|监督|举报电话|投诉电话|热线|办公|值班|受理|传真|公开|(?:我|本)(?:局|委|队|院|府|机关|单位"
    r"|中心|街道)|地址[: ]|联系人"
    r"|政府|[一-鿿](?:局|法院|委员会|[区市县住建]委|街道办事处|办事处|支队|大队|所|中心|科|办公室|检察院)"
)
PRIVATE = re.compile(
    r"投诉人|举报人|信访人|申请人(?!如|不服|应当|可以|对|收到)|当事人(?!如|不服|应当|可以|对|收到|逾期)"
    r"|来电人|本人|我的|其(?:他)?(?:联系)?(?:电话|手机)|身份证|公民身份|[,、 ][男女][,、 ]"
    r"|出生|住址|现住|家住|家庭|经营者|法定代表人|报警人|报警电话|收件人|收货人|户籍|被询问人|家(?:中|里)"
)
"""Words that tell whose number it is: the nearest before it decides."""


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Personal telephone numbers.

    >>> [s.start for s in find("电话:022-20000000;监督电话:022-20000001;客服4000000000", Policy())]
    [3]
    """
    for match in MOBILE.finditer(text):
        yield Span(*match.span(), Kind.PHONE, policy.number(match[0]))
    for match in FIXED.finditer(text):
        if not is_office(text, match.start()):
            yield Span(*match.span(), Kind.PHONE, policy.number(match[0]))
    for match in LABELLED.finditer(text):
        if not is_office(text, match.start("value")):
            yield Span(*match.span("value"), Kind.PHONE, policy.number(match["value"]))


def is_office(text: str, place: int) -> bool:
    """Whether the words before a number make it an office's own line, which the office publishes itself.

    >>> is_office("本局咨询电话:022", 7), is_office("投诉人联系电话:022", 8)
    (True, False)
    """
    before = text[max(0, place - 90) : place]
    office = max((m.start() for m in OFFICE.finditer(before)), default=-1)
    private = max((m.start() for m in PRIVATE.finditer(before)), default=-1)
    return office > private
