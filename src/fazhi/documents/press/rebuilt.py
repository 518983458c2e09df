"""A redacted text as a new PDF: nothing of the original file is in it, so nothing can be uncovered."""

import json
from functools import lru_cache
from pathlib import Path

import typst

from fazhi.documents.press.font import Cabinet, cabinet
from fazhi.documents.press.pdf import MISSING
from fazhi.fault import Fault

FORM = Path(__file__).with_name("rebuilt.typ")
UNKNOWN = "□"
"""In place of characters of a private font, which mean nothing outside the file they come from."""
TAB = "　　"
FIXED = "0123456789/"


def rebuilt(title: str, note: str, text: str, fonts: Cabinet | None = None) -> bytes:
    """The text under its title; the same text gives the same bytes on the same machine.

    ``Fault`` documents.W001 where the machine's fonts lack a character: no page goes out with a hole.
    """
    held = fonts or cabinet()
    shown, paragraphs = _printable(title), lines(text)
    _check(held, "".join([shown, note, *paragraphs, FIXED]))
    given = {"title": shown, "note": note, "lines": paragraphs, "face": held.chosen("song")}
    made = _compiler(held).compile(format="pdf", sys_inputs={"text": json.dumps(given, ensure_ascii=False)})
    assert isinstance(made, bytes)
    return made


def lines(text: str) -> list[str]:
    """The paragraphs of a text as they can be printed.

    >>> lines("申请人\\t张某\\x07\\n\\n\\ue000一")
    ['申请人\u3000\u3000张某', '□一']
    """
    return [_printable(line) for line in text.splitlines() if line.strip()]


def _printable(line: str) -> str:
    return "".join(map(_shown, line)).strip()


def _shown(character: str) -> str:
    point = ord(character)
    if character == "\t":
        return TAB
    if 0xE000 <= point <= 0xF8FF or point in (0xFFFE, 0xFFFF) or 0xD800 <= point < 0xE000:
        return UNKNOWN
    return "" if point < 32 or 0x7F <= point < 0xA0 else character


def _check(fonts: Cabinet, said: str) -> None:
    if not fonts.chosen("song"):
        raise Fault(
            "documents.E003", "本机没有可用的中文字体", "请安装宋体或者 Noto Serif CJK SC，或设置 FAZHI_FONTS"
        )
    if lacking := fonts.lacking({"song": frozenset("".join(said.split()))}):
        listed = "、".join(f"{c}（U+{ord(c):04X}）" for c in lacking[:20])
        raise Fault(
            MISSING, f"本机字体缺 {len(lacking)} 个字：{listed}", "请安装含有这些字的字体，或者改用 TXT 副本"
        )


@lru_cache(maxsize=4)
def _compiler(held: Cabinet) -> typst.Compiler:
    return typst.Compiler(FORM, font_paths=held.fonts)
