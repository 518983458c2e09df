"""English where it is promised: nothing there is Chinese without saying so, and nothing is missing."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.test import Client
from lxml import html

from tests.web.catalogue import PO, asked
from tools import catalogue as tool

CHINESE = re.compile("[\u4e00-\u9fff]")
SPOKEN = ("title", "alt", "placeholder", "aria-label", "label")
EXAMPLES = re.compile("行政复议 期限|复议 受理")
"""Words to look for are Chinese in any language: so are the texts."""
PAGES = (
    "/portal", "/kiosk", "/kiosk/idle", "/login", "/calculator",
    "/calculator?from=2024-02-06&rule=recon-review-5wd",
    "/calculator?from=2026-11-24&rule=recon-apply-60d", "/calculator?from=2024-02-06&count=2&unit=year",
    "/calculator?from=x&count=0", "/calculator?from=&count=5&unit=hour", "/calculator?from=2024-02-06",
    "/calculator?find=复议&narrow=1", "/nowhere", "/statutes/没有的法",
)  # fmt: skip


def unmarked(page: str) -> Iterator[str]:
    """Chinese words that a screen reader would read as English; the title is the page's own words."""
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title"):
            continue
        inside = [element.text, *(element.get(name) for name in SPOKEN)]
        yield from (words for words in inside if words and _is_unmarked(words, element))
        parent = element.getparent()
        if element.tail and parent is not None and _is_unmarked(element.tail, parent):
            yield element.tail


def _is_unmarked(words: str, element: html.HtmlElement) -> bool:
    language = next((lang for each in (element, *element.iterancestors()) if (lang := each.get("lang"))), "")
    return bool(CHINESE.search(EXAMPLES.sub("", words))) and not language.startswith("zh")


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.cookies["language"] = "en"
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_an_english_page_has_no_chinese_that_does_not_say_so(address: str, reader: Client) -> None:
    page = reader.get(address).content.decode()
    assert '<html lang="en"' in page
    assert list(unmarked(page)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES[:-1])
def test_an_english_page_has_an_english_title(address: str, reader: Client) -> None:
    title = html.fromstring(reader.get(address).content.decode()).findtext(".//title")
    assert title
    assert title.endswith("· Fazhi")
    assert title.isprintable()
    assert not CHINESE.search(title)


@pytest.mark.django_db
def test_a_wrong_log_in_is_refused_in_english(reader: Client) -> None:
    page = reader.post("/login", {"username": "x", "password": "y"}).content.decode()
    assert "Something needs to be corrected" in page
    assert list(unmarked(page)) == []


@pytest.mark.parametrize("address", ["/", "/duties", "/matrix", "/organs", "/calendar", "/outlines"])
def test_the_desk_has_an_english_frame_and_says_that_its_content_is_chinese(
    address: str, clerk: Client
) -> None:
    clerk.cookies["language"] = "en"
    page = clerk.get(address).content.decode()
    assert "Log out" in page
    assert '<main id="main" tabindex="-1" lang="zh-CN">' in page
    assert list(unmarked(page)) == []


def test_the_catalogue_has_all_that_the_source_asks_for() -> None:
    known = {entry.msgid for entry in polib.pofile(str(PO)).translated_entries()}
    missing = "\n".join(f'msgid "{words}"\nmsgstr ""\n' for words in sorted(asked() - known))
    assert not missing, f"add to {PO} and run python -m tools.catalogue:\n{missing}"


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    assert Path(tool.PO).with_suffix(".mo").read_bytes() == tool.compiled(), "run python -m tools.catalogue"


def test_translations_keep_the_places_for_values() -> None:
    place = re.compile(r"%\(\w+\)s")
    entries = polib.pofile(str(PO))
    assert [
        e.msgid for e in entries if sorted(place.findall(e.msgid)) != sorted(place.findall(e.msgstr))
    ] == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("纲要", "outline"), ("责任单位", "responsible unit"), ("期限计算", "calculator")],
)
def test_terms_are_those_of_the_glossary(chinese: str, english: str) -> None:
    entry = polib.pofile(str(PO)).find(chinese)
    assert entry
    assert english in entry.msgstr.lower()
