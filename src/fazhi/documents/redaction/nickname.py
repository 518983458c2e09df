"""By-names: what somebody is called beside the name (绰号“胖子”, 艺名金教授, 小翠（本名…））."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction import lexicon
from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

MASK = "某某"
CALLED = re.compile(
    r"(?:绰号|外号|诨名|艺名|笔名|小名|乳名|别名|别称|化名|网名|(?:人称|自称)(?=[“\"]))(?:又?叫|是|为"
    r"|作)?[: ]?"
    r"(?:[“\"‘「](?P<quoted>[^“”\"‘’「」\n]{1,8})[”\"’」]|(?P<plain>[一-鿿]{2,4})(?=[,。;、)(\n]|$))"
)
SOMEBODY = re.compile(
    r"叫[“\"](?P<quoted>[一-鿿]{2,4})[”\"](?P<plain>)的?(?:人|男子|女子|男的|女的|网友|微信好友|朋友|老乡|老板)"
)
"""Somebody told of by what he is called alone."""
REALLY = re.compile(
    r"(?:[“\"](?P<quoted>[^“”\"\n]{1,8})[”\"]|(?P<plain>(?<=[由员居友、,。“])[一-鿿]{2,3}))"
    r"\((?:真实姓名|真名|本名|全名|原名|大名)"
)


def find(text: str, policy: Policy) -> Iterator[Span]:
    """By-names where they are explained, and wherever they stand again.

    >>> text = "张某，绰号“军师”。“军师”未到。".translate({65292: ","})
    >>> [text[s.start : s.end] for s in find(text, Policy())]
    ['军师', '军师']
    """
    del policy
    known = {value for pattern in (CALLED, SOMEBODY, REALLY) for value in _values(pattern, text)}
    for value in known:
        plain = value not in lexicon.words() and len(value) > 1
        around = re.escape(value) if plain else rf"(?<=[“\"‘「]){re.escape(value)}(?=[”\"’」])"
        yield from (Span(*match.span(), Kind.NAME, MASK) for match in re.finditer(around, text))


def _values(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        value = match["quoted"] or match["plain"] or ""
        if not set("某×*") & set(value):
            yield value
