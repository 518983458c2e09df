"""Bank cards and accounts of persons: by label, or by the card's own check digit (ISO/IEC 7812)."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

CARD = re.compile(
    r"(?<![\dA-Za-z.])(?=62|60|65|68|69|4\d|5[1-5]|35|37|9\d)(?:\d{15,19}(?![ -]?\d{4})"
    r"|\d{4}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}|\d{6}(?:[ -]\d{4,6}){2,3})(?![\dA-Za-z])"
)
LABELLED = re.compile(
    r"(?:账户|帐户|账号|帐号|卡号|银行卡|储蓄卡|信用卡|存折|银行[^\n,。;]{0,12}(?:号"
    r"|户))(?:号码?|尾号)?(?:为|是)?[: (]{0,3}"
    r"(?P<value>\d(?:[ -]?\d){9,24})(?!\d)"
)
BESIDE = re.compile(
    r"(?:银行|[建工农中交]行|信用社|卡|账户|账号)[^\n。;\d]{0,8}(?:[\d -]{15,24}[、,和及]){0,9}$"
)
"""A bank named just before makes sixteen digits and more a card, whatever their check."""
OTHER = re.compile(
    r"(?:订单|流水|单号|编号|条码|编码|文号|代码|批号|运单|发票|凭证|登记|许可)[^\n。;]{0,12}$"
)
OFFICE = re.compile(
    r"(?:缴至|缴纳至|缴到|缴入|汇至|汇入|罚没|罚款|财政|国库|非税|收款|户名|账户名|名称|收款单位|开户名)[^\n。]{0,60}$"
)
ORGAN = re.compile(r"(?:财政|国库|非税|罚没|局|政府|委员会|法院|支队|海关|公司|事务所|中心)[^\n。]{0,45}$")


def is_card(digits: str) -> bool:
    """Whether the last digit is the Luhn check of the others.

    >>> is_card("6222020000000000"+"000"), is_card("6222020000000000001")
    (True, False)
    """
    doubled = (int(c) * (1 + i % 2) for i, c in enumerate(reversed(digits)))
    return 15 <= len(digits) <= 19 and sum(n - 9 * (n > 9) for n in doubled) % 10 == 0


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Cards and accounts, but not the account into which a fine is paid: the party needs it."""
    for match in LABELLED.finditer(text):
        if not is_office(text, match.start("value")):
            yield Span(*match.span("value"), Kind.BANK_CARD, policy.number(match["value"]))
    for match in CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        before = text[max(0, match.start() - 90) : match.start()]
        if (
            (is_card(digits) or BESIDE.search(before))
            and not OTHER.search(before)
            and not is_office(text, match.start())
        ):
            yield Span(*match.span(), Kind.BANK_CARD, policy.number(digits))


def is_office(text: str, place: int) -> bool:
    """Whether an account is the treasury's or an organisation's.

    >>> is_office("罚款缴至某银行(户名:某区财政局,账号:", 20), is_office("退款至其银行卡", 7)
    (True, False)
    """
    before = text[max(0, place - 80) : place]
    return OFFICE.search(before) is not None and ORGAN.search(before) is not None
