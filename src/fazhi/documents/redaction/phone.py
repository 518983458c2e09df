"""Telephone numbers of persons: mobiles always, fixed lines unless an office gives its own."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

MOBILE = re.compile(r"(?<![\d.])(?:\(?\+?(?:00)?86\)?[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d|\.\d)")
FIXED = re.compile(
    r"(?<![\d.])(?:\(0\d{2,3}\)"
    r"|0\d{2,3}[ -]{1,3})[ ]?[2-9]\d{2,3}[ -]?\d{4}(?:[ -]?转?[ -]?\d{1,5}(?=\D|$))?(?!\d)"
)
LABELLED = re.compile(
    r"(?:电话|手机|座机|联系方式|号码|致电|拨打|来电|传呼|短信)(?:号码?)?(?:为|是|:|\()?[: (]{0,3}"
    r"(?P<value>(?:0\d{2,3})?[2-9]\d{6,7}(?:-\d{1,5})?)(?![\d号.])"
)
OFFICE = re.compile(
    r"(?:咨询|监督|举报|投诉|热线|服务|办公|值班|受理|复议|信访|公开|单位|机关|法院|我局|本局|本院|本府|我委|本委|政府)"
    r"[^\n。;]{0,12}(?:电话|热线|传真|联系方式)[^\n。;]{0,12}$|传真[^\n。;\d]{0,6}$|(?:我局|本局|本机关|我委|我队|本队)[^\n。]{0,50}$"
)
PRIVATE = re.compile(r"(?:投诉人|举报人|信访人|申请人|当事人|来电人|本人|我的|其)[^\n。;]{0,16}$")


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
    before = text[max(0, place - 60) : place]
    return OFFICE.search(before) is not None and PRIVATE.search(before) is None
