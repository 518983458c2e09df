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

POINT = re.compile(r"(?<=[一-鿿])\.(?=[一-鿿])")
"""A full stop between Chinese characters is the dot of a name: 买买提．艾山."""


def fold(text: str) -> str:
    """The text in half-width letters, digits and punctuation, character for character.

    >>> fold("赣Ｂ·１２，（Ｘ）：　买买提•艾山")
    '赣B·12,(X): 买买提·艾山'
    """
    return POINT.sub("·", text.translate(TABLE))
