"""What a Word file carries beside its visible words: tracked changes, hidden text, comments, editors."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from fazhi.documents.publication.package import PARSER, Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHANGES = "del moveFrom delText instrText rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange"
DROPPED = tuple(f"{W}{tag}" for tag in f"{CHANGES} numberingChange".split())
KEPT = (f"{W}ins", f"{W}moveTo")
MARKS = tuple(f"{W}{tag}" for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"))
PEOPLE = re.compile(r"word/(?:people|comments(?:Extended|Ids|Extensible)?)\.xml")


def warnings(parts: Parts, trees: Mapping[str, _Element]) -> Iterator[str]:
    """What a reviewer is told about a document before it is published."""
    if _count(trees, (f"{W}del", f"{W}ins", f"{W}moveFrom", f"{W}moveTo")):
        yield "含修订痕迹：以接受全部修订后的文字为准"
    if _count(trees, (f"{W}vanish",)):
        yield "含隐藏文字：未计入文字，脱敏副本中已删除"
    if "word/comments.xml" in parts:
        yield "含批注：文字已一并脱敏，脱敏副本中已删除批注"
    if any(name.startswith("word/media/") for name in parts):
        yield "含图片：图片内容未识别，须人工查看"
    if any(name.startswith(("word/embeddings/", "customXml/item")) for name in parts):
        yield "含嵌入对象或自定义数据：内容未识别，须人工查看"


def _count(trees: Mapping[str, _Element], tags: tuple[str, ...]) -> int:
    return sum(1 for tree in trees.values() for _ in tree.iter(*tags))


def settle(tree: _Element) -> None:
    """Accept every tracked change, remove hidden runs, field codes and the second copy of text boxes."""
    for element in list(tree.iter(*DROPPED, f"{MC}Fallback")):
        _remove(element)
    for vanish in list(tree.iter(f"{W}vanish")):
        run = next(vanish.iterancestors(f"{W}r"), None)
        if run is not None and vanish.get(f"{W}val") not in ("0", "false"):
            _remove(run)
    for element in list(tree.iter(*KEPT)):
        _unwrap(element)


def unlink_comments(tree: _Element) -> None:
    """Remove the marks of comments from a text, and every comment's own words."""
    for mark in list(tree.iter(*MARKS)):
        _remove(mark)
    if tree.tag == f"{W}comments":
        for comment in list(tree):
            tree.remove(comment)


def without_people(parts: Parts) -> Parts:
    """The parts with the lists of editors emptied and links that name an address pointed nowhere."""
    return {name: _anonymous(name, data) for name, data in parts.items()}


def _anonymous(name: str, data: bytes) -> bytes:
    if not (PEOPLE.fullmatch(name) or name.endswith(".rels")):
        return data
    tree = etree.fromstring(data, PARSER)
    for child in list(tree):
        if not name.endswith(".rels"):
            tree.remove(child)
        elif child.get("TargetMode") == "External" and str(child.get("Target")).startswith(
            ("mailto:", "tel:")
        ):
            child.set("Target", "about:blank")
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
