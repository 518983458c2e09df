"""English pages: words that code brought are looked up, and what stays Chinese says so (WCAG 3.1.2).

The sentences of templates are translated where they stand. What remains are values: labels and messages,
which the catalogue knows, and data – names, titles, citations, texts – which no catalogue knows and a screen
reader must pronounce as Chinese. Neither an element that is marked as Chinese nor a form value is touched.
"""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from fazhi.web.language import Language, spoken
from fazhi.web.phrases import worded
from fazhi.web.rewriting import rewrite

TONGUE = ' lang="zh-CN"'
HAN = r"\u3400-\u9fff"
CHINESE = re.compile(f"[{HAN}]")
BETWEEN = r"(?:(?![:,;.(] )[^A-Za-z<>\u3000])*"
RUN = re.compile(rf"[《〈（“〔]*[^\W_A-Za-z]*[{HAN}](?:{BETWEEN}[{HAN}])?[^\W{HAN}]*[》〉）”〕]*")
"""Chinese within other words: from its first character to its last, with its quotation marks and numbers."""
INSIDE = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
PIECE = re.compile(
    rf"""<(?P<raw>script|style|textarea|title)\b(?P<within>{INSIDE})>(?P<body>.*?)(?=</(?P=raw)\s*>|\Z)
       | <!--.*?-->
       | <(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<inside>{INSIDE})>
       | (?P<text>[^<]+)""",
    re.DOTALL | re.VERBOSE,
)
MARKED = re.compile(r"""\slang=["']?zh""")
SPOKEN = re.compile(
    r"""(\s(?:title|alt|placeholder|label|aria-(?:label|\w*description)|data-(?:label|say[\w-]*))=)"([^"]*)\""""
)
EMPTY = {"input", "img", "br", "hr", "meta", "link", "col", "source", "wbr"}
ALONE = {*EMPTY, "svg", "optgroup", "select", "a", "button"}
"""Elements that are named by what their attributes say, if these say anything."""


def english(page: str) -> str:
    """A page whose words are English where the catalogue has them and marked as Chinese where not.

    >>> english("<b>区司法局</b><p>Organ: 区司法局, 2</p>")
    '<b lang="zh-CN">区司法局</b><p>Organ: <span lang="zh-CN">区司法局</span>, 2</p>'
    """
    return "".join(_Page(page).pieces())


class _Page:
    """One page being read from its beginning to its end."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.within: list[str] = []
        """The Chinese element that one is in, and those of its name inside it."""
        self.opening = ""
        """A start tag that waits to learn whether what follows is all Chinese."""
        self.drawings = 0

    def pieces(self) -> Iterator[str]:
        end = 0
        for found in PIECE.finditer(self.page):
            waiting, self.opening = self.opening, ""
            yield waiting if found["text"] is None else ""
            yield self.page[end : found.start()]
            yield self._piece(found, waiting)
            end = found.end()
        yield self.opening + self.page[end:]

    def _piece(self, found: re.Match[str], waiting: str) -> str:
        if found["name"]:
            return self._tag(found, found["name"].lower(), bool(found["close"]))
        if found["raw"]:
            return _kept(found)
        if found["text"] is None:
            return found[0]
        is_chinese = CHINESE.search(found["text"]) and not self.within
        return self._text(found, waiting) if is_chinese else waiting + found["text"]

    def _tag(self, found: re.Match[str], name: str, closes: bool) -> str:
        if name == "svg":
            self.drawings += -1 if closes else 1
        if self.within and name == self.within[0]:
            self.within = self.within[1:] if closes else [name, *self.within]
        elif not self.within and not closes:
            return self._opened(found, name)
        return found[0]

    def _opened(self, found: re.Match[str], name: str) -> str:
        if name in EMPTY:
            return _attributes(found[0], name)
        if MARKED.search(found["inside"]):
            self.within = [name]
            return found[0]
        self.opening = _attributes(found[0], name)
        return ""

    def _text(self, found: re.Match[str], waiting: str) -> str:
        text = _in_english(found["text"])
        is_whole = waiting and self.page.startswith("</", found.end()) and not MARKED.search(waiting)
        if is_whole and (
            RUN.fullmatch(text.strip()) or (waiting.startswith("<option") and CHINESE.search(text))
        ):
            return _marked(waiting) + text
        element = "tspan" if self.drawings else "span"
        return waiting + _runs(text, lambda run: f"<{element}{TONGUE}>{run}</{element}>")


def _kept(found: re.Match[str]) -> str:
    """A title, or a form's value, which is marked and left as it is."""
    head = found[0][: len(found[0]) - len(found["body"])]
    if found["raw"] == "textarea":
        head = _attributes(head, "textarea")
    is_chinese = found["raw"] in ("textarea", "title") and CHINESE.search(found["body"])
    return (_marked(head) if is_chinese and not MARKED.search(head) else head) + found["body"]


def _marked(tag: str) -> str:
    """A start tag that says its element is Chinese."""
    return re.sub(r"^<[\w-]+", lambda name: name[0] + TONGUE, tag)


def _attributes(tag: str, name: str) -> str:
    """A start tag with its spoken attributes in English, or marked where nothing else would be."""
    if tag.isascii():
        return tag
    said = SPOKEN.sub(lambda one: f'{one[1]}"{_runs(_in_english(one[2]), str)}"', tag)
    left = any(CHINESE.search(value) for _, value in SPOKEN.findall(said))
    return _marked(said) if left and name in ALONE and not MARKED.search(said) else said


def _in_english(text: str) -> str:
    """A text as the catalogue has it as a whole, else the same; escaped as it came."""
    words = unescape(text.strip())
    found = worded(words)
    return text if found == words else text.replace(text.strip(), escape(found))


def _runs(text: str, mark: Callable[[str], str]) -> str:
    """A text with each Chinese run translated; what then is still Chinese is marked."""
    told = RUN.sub(lambda run: _in_english(run[0]), text)
    return RUN.sub(lambda run: mark(run[0]), told)


class EnglishMiddleware:
    """Finish pages for readers who chose English; it stands within what sets the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if spoken() is Language.ENGLISH:
            rewrite(response, english)
        return response
