"""What of a page a rule of accessibility can depend on: two pages of one skeleton are looked at once.

Kept as they are: elements and their order, classes, roles, states, names and descriptions, languages, types,
placeholders, whether an address or a value is there at all and to which place of the page it leads. Of a text
its length and kinds of characters (a Chinese one is as wide as another), whether it is empty, and which texts
and which ids of the page are the same: landmarks of one name, or an id that is there twice, stay such.
Left out: the words, numbers and addresses themselves, and whose name is on the account.
"""

import re
from collections.abc import Iterator
from hashlib import sha256

from lxml import html

MASKS = ((re.compile(r"[\u3400-\u9fff]"), "字"), (re.compile(r"[a-z]"), "a"), (re.compile(r"[A-Z]"), "A"),
         (re.compile(r"\d"), "0"))  # fmt: skip
ADDRESSES = {"href", "action", "formaction", "src", "value", "content", "datetime", "hx-get", "hx-post"}
REFERENCES = {"id", "for", "headers", "list", "form"}
SILENT = {"script", "style"}
ACCOUNT = ("account",)
Names = dict[str, int]


def skeleton(page: str) -> str:
    """A short form of the skeleton, to compare."""
    return sha256("\n".join(_lines(html.document_fromstring(page))).encode()).hexdigest()


def _lines(tree: html.HtmlElement) -> Iterator[str]:
    same: Names = {}
    whose = {one for box in tree.find_class(*ACCOUNT) for one in box.xpath("./div[1]//*")}
    for element in tree.iter(html.etree.Element):
        yield element.tag
        yield from sorted(f"{name}={_attribute(name, value, same)}" for name, value in element.items())
        said = "" if element.tag in SILENT else element.text or ""
        yield "whose" if element in whose and said else _text(said, same)
        yield _text(element.tail or "", same)


def _text(text: str, same: Names) -> str:
    """Its kinds of characters one by one, and which of the page's texts it is.

    >>> same = {}
    >>> _text("第3条", same), _text("第4条", same), _text(" 第3条 ", same), _text("  ", same)
    ('字0字 0', '字0字 1', '字0字 0', '')
    """
    text = " ".join(text.split())
    return f"{masked(text)} {same.setdefault(text, len(same))}" if text else ""


def masked(text: str) -> str:
    for characters, sign in MASKS:
        text = characters.sub(sign, text)
    return text


def _attribute(name: str, value: str, same: Names) -> str:
    if name in REFERENCES or (name.startswith("aria-") and name.endswith(("by", "controls", "owns"))):
        return " ".join(_text(f"#{one}", same) for one in value.split())
    if name in ADDRESSES:
        return _text(value, same) if value.startswith("#") else str(bool(value.strip()))
    return value
