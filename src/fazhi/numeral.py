"""Chinese numerals as statutes and outlines write them: 第八十八条, 二〇二二年, 两次, 60."""

import re
import unicodedata

DIGITS = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万", "亿"}
PATTERN = r"[0-9０-９]{1,20}|[〇○零一二两三四五六七八九十百千万亿]{1,20}"
"""A regular expression for a numeral in either script, for use inside larger ones; bounded, so that no text
of signs alone takes the square of its length."""


def parse(text: str) -> int:
    """The number that a numeral names; ``ValueError`` where it names none.

    >>> parse("八十八"), parse("二〇二二"), parse("一千二百六十"), parse("两"), parse("６０"), parse("十")
    (88, 2022, 1260, 2, 60, 10)
    """
    plain = unicodedata.normalize("NFKC", text)
    if re.fullmatch(r"[0-9]+", plain):
        return int(plain)
    if not text or set(text) - {*DIGITS, *TENS, *MYRIADS}:
        raise ValueError(f"not a numeral: {text!r}")
    if not set(text) & {*TENS, *MYRIADS}:
        return int("".join(str(DIGITS[c]) for c in text))
    return _with_units(text)


def _with_units(text: str) -> int:
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in TENS:
            section += (digit or 1) * TENS[c]
            digit = 0
        else:
            total = total + (section + digit) * 10**4 if c == "万" else (total + section + digit) * 10**8
            section = digit = 0
    return total + section + digit


def write(number: int) -> str:
    """The numeral as an article number is written, for 0 to 9999.

    >>> [write(n) for n in (0, 5, 10, 11, 20, 88, 100, 101, 110, 118, 1260)]
    ['零', '五', '十', '十一', '二十', '八十八', '一百', '一百零一', '一百一十', '一百一十八', '一千二百六十']
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"out of range: {number}")
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap and words else "") + "〇一二三四五六七八九"[digit] + name
        gap = not digit
    return words.removeprefix("一") if 10 <= number < 20 else words or "零"
