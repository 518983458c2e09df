"""繁體 and language marks on every public page: what is read is converted, and the page says its language."""

import re
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from lxml import html

import fazhi.web
from tests.web.addresses import World, pages
from tests.web.page import text

SIMPLIFIED = re.compile("[们这请编号没关闭报办听证规务总现时间]")
"""Characters that Taiwan's standard writes otherwise, every one of them in the pages' own words."""
BARE = re.compile(r"<option(?![^>]*\bvalue=)[^>]*>")
KEPT = ("textarea", "code", "pre", "script", "style", "input")


@pytest.mark.parametrize(("language", "tag"), [("zh-hans", "zh-CN"), ("zh-hant", "zh-Hant"), ("en", "en")])
def test_every_public_page_says_its_language(language: str, tag: str, world: World) -> None:
    reader = Client()
    reader.cookies["language"] = language
    for address in pages(world, public=True):
        response = reader.get(address, follow=True)
        if response["Content-Type"].startswith("text/html"):
            root = html.fromstring(response.content.decode())
            assert (root.get("lang"), response["Content-Language"]) == (tag, tag), address
            inner = {str(lang) for lang in root.xpath("//main//*[not(self::button)]/@lang")}
            assert inner <= ({"zh-CN"} if language == "en" else set()), address


def test_every_public_page_is_converted_with_its_title_and_what_is_heard(world: World) -> None:
    reader, left = Client(), {}
    reader.cookies["language"] = "zh-hant"
    for address in pages(world, public=True):
        response = reader.get(address, follow=True)
        if response["Content-Type"].startswith("text/html") and (found := _simplified(response.content)):
            left[address] = found
    assert left == {}


def _simplified(page: bytes) -> set[str]:
    root = html.fromstring(page.decode())
    kept = {e for e in root.iter() if e.tag in KEPT or e.get("translate") == "no"}
    seen = [e for e in root.iter() if isinstance(e.tag, str) and not kept & {e, *e.iterancestors()}]
    words = [each for e in seen for each in (e.text, e.get("aria-label"), e.get("title"), e.get("alt"))]
    return {each.strip() for each in words if each and SIMPLIFIED.search(each)}


def test_messages_are_converted_and_kept_as_they_were_made(clerk: Client, occurrence: object) -> None:
    clerk.cookies["language"] = "zh-hant"
    address = f"/duties/{occurrence.pk}"  # type: ignore[attr-defined]
    answer = {"text": "以后", "url": "https://example.org/a", "expected": 0}
    sent = clerk.post(f"{address}/answer", answer)
    told = [str(message) for message in get_messages(sent.wsgi_request)]
    assert told
    page = text(clerk.get(address))
    assert all(message not in page for message in told if SIMPLIFIED.search(message)), page


def test_choices_have_a_value_of_their_own_so_that_their_words_may_be_converted() -> None:
    templates = Path(fazhi.web.__file__).with_name("templates").rglob("*.html")
    bare = {path.name: found for path in templates if (found := BARE.findall(path.read_text("utf-8")))}
    assert bare == {}


def test_scripts_have_no_words_of_their_own_which_no_language_would_change() -> None:
    scripts = Path(fazhi.web.__file__).with_name("static").rglob("*.js")
    assert [path.name for path in scripts if re.search("[\u4e00-\u9fff]", path.read_text("utf-8"))] == []
