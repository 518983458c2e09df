"""繁體 for the whole site: the words of a page are converted on the way out, what was entered never is."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from opencc import OpenCC

from fazhi.web.language import Language, language_of
from fazhi.web.rewriting import rewrite

CHARACTERS = "s2tw"
"""Characters by Taiwan's standard (裡, 麵), words left alone: a term of law stays the term that it is."""
INSIDE = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
PIECE = re.compile(
    rf"""(?P<tag><(?P<kept>script|style|textarea|code|pre|kbd|samp|option(?!{INSIDE}\svalue=)
             |[a-z]+(?=\s[^<>]*\btranslate="no"))\b{INSIDE}>)
         (?P<body>.*?)(?=</(?P=kept)\s*>|\Z)
       | <!--.*?-->
       | (?P<other><{INSIDE}>)
       | (?P<text>[^<]+)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""A tag whose content is kept (``translate="no"`` asks for that, too), a comment, any other tag, or text."""
ATTRIBUTE = re.compile(r"""(\s[^\s=>"']+=)("[^"]*"|'[^']*')""")
SPOKEN = re.compile(
    r"\s(?:title|alt|placeholder|label|aria-(?:label|\w*description)|data-(?:label|say[\w-]*))="
)
"""Attributes that a reader sees or hears; values, addresses and names are none of them."""


@cache
def _converter() -> OpenCC:
    return OpenCC(CHARACTERS)


@lru_cache(maxsize=16_384)
def _converted(text: str) -> str:
    """One text of a page: those of frames, rules and articles are converted once and met many times."""
    return str(_converter().convert(text))


def traditional(page: str) -> str:
    """A page in 繁體: its texts and spoken attributes, nothing else.

    >>> traditional('<p title="以后">皇后<input value="以后"></p>')
    '<p title="以後">皇后<input value="以后"></p>'
    """
    return "".join(_converted(piece) if is_text else piece for piece, is_text in _pieces(page))


def _pieces(page: str) -> Iterator[tuple[str, bool]]:
    """The page cut up; each piece with whether it is text to convert."""
    end = 0
    for found in PIECE.finditer(page):
        yield page[end : found.start()], False
        end = found.end()
        if text := found["text"]:
            yield text, not text.isascii()
        elif (tag := found["tag"] or found["other"]) and not tag.isascii():
            yield from _attributes(tag)
            yield found["body"] or "", False
        else:
            yield found[0], False
    yield page[end:], False


def _attributes(tag: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for found in ATTRIBUTE.finditer(tag):
        if SPOKEN.fullmatch(found[1].lower()):
            yield tag[end : found.start(2)], False
            yield found[2], True
            end = found.end()
    yield tag[end:], False


class TraditionalMiddleware:
    """Convert pages for readers who chose 繁體. Files, feeds, data and streams pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if language_of(request) is Language.TRADITIONAL:
            rewrite(response, traditional)
        return response
