"""What a Word file carries beside its visible words: tracked changes, hidden text, comments, editors."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from fazhi.documents.publication import bare
from fazhi.documents.publication.element import remove, unwrap
from fazhi.documents.publication.package import Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHANGES = "del moveFrom delText rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange"
DROPPED = tuple(f"{W}{tag}" for tag in f"{CHANGES} numberingChange".split())
HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")
KEPT = (f"{W}ins", f"{W}moveTo")


def warnings(parts: Parts, trees: Mapping[str, _Element]) -> Iterator[str]:
    """What a reviewer is told about a document before it is published."""
    if _count(trees, (f"{W}del", f"{W}ins", f"{W}moveFrom", f"{W}moveTo")):
        yield "含修订痕迹：以接受全部修订后的文字为准"
    if _count(trees, (f"{W}vanish",)):
        yield "含隐藏文字：未计入文字，脱敏副本中已删除"
    if "word/comments.xml" in parts:
        yield "含批注：不公开，未计入文字，脱敏副本中已删除"
    if found := sum(bare.pictures(tree) for tree in trees.values()):
        yield f"含图片或嵌入对象 {found} 处：内容无法核对，脱敏副本中以“{bare.PICTURE}”代替"
    if any(name.startswith("customXml/item") for name in parts):
        yield "含自定义数据：内容无法核对，脱敏副本中已删除"
    if _count(trees, (f"{W}hyperlink", f"{W}fldSimple", f"{W}instrText")):
        yield "含链接或域：脱敏副本中只保留显示的文字和页码"


def _count(trees: Mapping[str, _Element], tags: tuple[str, ...]) -> int:
    return sum(1 for tree in trees.values() for _ in tree.iter(*tags))


def settle(tree: _Element) -> None:
    """Accept every tracked change, remove deleted rows, hidden runs and the second copy of text boxes."""
    for deleted in list(tree.iterfind(f".//{W}trPr/{W}del")):
        row = next(deleted.iterancestors(f"{W}tr"), None)
        if row is not None:
            remove(row)
    for element in list(tree.iter(*DROPPED, f"{MC}Fallback")):
        remove(element)
    for vanish in list(tree.iter(f"{W}vanish")):
        run = next(vanish.iterancestors(f"{W}r"), None)
        if run is not None and vanish.get(f"{W}val") not in ("0", "false"):
            remove(run)
    for element in list(tree.iter(*KEPT)):
        unwrap(element)
    for symbol in list(tree.iter(f"{W}sym")):
        _spell(symbol)


def _spell(symbol: _Element) -> None:
    """A letter or character inserted as a symbol becomes the text it shows; codes of fonts stay."""
    written = symbol.get(f"{W}char", "")
    code = int(written, 16) if HEXADECIMAL.fullmatch(written) else 0
    parent = symbol.getparent()
    if parent is not None and 0x20 < code < 0x30000 and not 0xD800 <= code < 0xF900:
        spelt = etree.Element(f"{W}t")
        spelt.text = chr(code)
        parent.replace(symbol, spelt)
