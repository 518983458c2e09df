"""E-mail addresses and accounts on networks, which lead to one person as a telephone number does."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

EMAIL = re.compile(r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}")
OFFICIAL = re.compile(r"\.gov\.cn$", re.IGNORECASE)
NETWORK = re.compile(
    r"(?:微信|QQ|支付宝|抖音|快手|微博|旺旺|小红书|钉钉|淘宝|拼多多|京东|WeChat|wechat|qq)(?:账号|帐号|账户|帐户|号码?|ID|id)?"
    r"(?:为|是)?[: (“\"]{0,3}(?P<value>[A-Za-z0-9_\-]{5,30})(?![A-Za-z0-9_\-.@])"
)
NICKNAME = re.compile(
    r"(?:昵称|(?:微信|QQ|抖音|快手|微博|网)(?:名|用户名|用户)|网友|网民|用户名|账号名)(?:为|是|叫)?[: ]{0,3}"
    r"(?:[“\"](?P<value>[^”\"\n]{1,20})[”\"]|(?<=[: ])(?P<bare>[^\s,。;、()“”]{1,20}))"
)


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Addresses and accounts; an office's own address (gov.cn) stays.

    >>> [s.kind.value for s in find("微信号:demo_0001,邮箱a@example.cn,bgs@tj.gov.cn", Policy())]
    ['email', 'account']
    """
    for match in EMAIL.finditer(text):
        if not OFFICIAL.search(match[0]):
            yield Span(*match.span(), Kind.EMAIL)
    for match in NETWORK.finditer(text):
        if match["value"].strip("*"):
            yield Span(*match.span("value"), Kind.ACCOUNT, policy.number(match["value"]))
    for match in NICKNAME.finditer(text):
        group = "value" if match["value"] else "bare"
        if match[group].strip("*×某"):
            yield Span(*match.span(group), Kind.ACCOUNT)
