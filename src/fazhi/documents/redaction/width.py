"""One form for the characters that are typed in several: ＡＢ１２, ·•・, （）: places stay the same."""

import re

WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
DOTS = dict.fromkeys(map(ord, "•・‧∙●"), "·")
DASHES = dict.fromkeys(map(ord, "－–—―‐‑−﹣"), "-")
SPACES = dict.fromkeys(map(ord, "\u3000\xa0\u2002\u2003\u2009"), " ")
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"), " ")
TABLE = {**WIDE, **DOTS, **DASHES, **SPACES, **UNSEEN, ord("："): ":", ord("，"): ","}
TABLE |= dict.fromkeys(map(ord, "\r\v\f\u2028\u2029\x85"), "\n")
TABLE |= {ord("＋"): "+", ord("／"): "/", ord("．"): ".", ord("＊"): "*", ord("－"): "-"}
TABLE |= {ord("（"): "(", ord("）"): ")", ord("；"): ";", ord("＠"): "@", ord("＿"): "_"}

RARE = re.compile("[\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese characters outside the usual block, as 㐂, 䶮 and 𠮷: names are full of them."""
STAND_IN = "龘"
"""One of the usual block that stands in no surname and no word of the lists."""
POINT = re.compile(r"(?<=[一-鿿])\.(?=[一-鿿])")
"""A full stop between Chinese characters is the dot of a name: 买买提．艾山."""


def fold(text: str) -> str:
    """The text in half-width letters, digits and punctuation, character for character.

    >>> fold("赣Ｂ·１２，（Ｘ）：　买买提•艾山")
    '赣B·12,(X): 买买提·艾山'
    >>> fold("王𠮷、李㐂")
    '王龘、李龘'
    """
    return POINT.sub("·", RARE.sub(STAND_IN, text.translate(TABLE)))


def unfold(masked: str, first: str) -> str:
    """What is published, with the surname as it is written; ``first`` is the first character hidden.

    >>> unfold("龘某", "䶮"), unfold("王某", "王")
    ('䶮某', '王某')
    """
    return masked.replace(STAND_IN, first, 1) if masked.startswith(STAND_IN) else masked
