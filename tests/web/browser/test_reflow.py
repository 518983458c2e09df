"""Public pages at 320 px, and with the distances between characters, words, lines and paragraphs that readers
may set (WCAG 2.2, 1.4.10, 1.4.12): nothing is cut off, only tables and bars of links roll sideways."""

import pytest
from playwright.sync_api import Browser, Page

from tests.web.addresses import World, pages
from tests.web.browser.conftest import Desk
from tests.web.browser.test_accessibility import MODES

SPACED = """
() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }
"""  # noqa: E501
CUT = """
() => [...document.querySelectorAll("body *:not(svg, svg *, option, optgroup)")].filter((e) => {
  if (!e.checkVisibility() || e.closest(".visually-hidden, nav, .chips") || !e.textContent.trim() || e.clientWidth < 2 || e.clientHeight < 2) return false;
  const style = getComputedStyle(e), cuts = (way) => /hidden|clip/.test(way), rolls = (way) => /auto|scroll/.test(way);
  const wide = e.scrollWidth > e.clientWidth + 1, high = e.scrollHeight > e.clientHeight + 1;
  return wide && (cuts(style.overflowX) || (rolls(style.overflowX) && !e.querySelector("table")))
    || high && cuts(style.overflowY);
}).map((e) => e.outerHTML.slice(0, 140))
"""  # noqa: E501
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.browser
@pytest.mark.soak
@pytest.mark.parametrize("mode", ["normal", "elder", "english"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off_on_a_public_page(
    desk: Desk, world: World, library: None, mode: str, width: int
) -> None:
    context = desk.open(viewport={"width": width, "height": 800})
    context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES[mode].items()])
    page, wrong = context.new_page(), list[str]()
    for address in [*pages(world, public=True), "/nowhere"]:
        page.goto(address)
        wrong += _cut(page)
        page.evaluate(SPACED)
        wrong += [f"spaced {one}" for one in _cut(page)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
@pytest.mark.parametrize(
    "style", ["height: 1em; overflow: hidden", "overflow-x: auto; white-space: nowrap", "min-width: 40rem"]
)
def test_what_is_cut_off_is_found(browser: Browser, style: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.set_content(f"<p>{'可以换行的文字' * 20}</p>")
    assert _cut(page) == []
    page.set_content(f"<p style='{style}'>{'可以换行的文字' * 20}</p>")
    assert len(_cut(page)) == 1
    page.close()


def _cut(page: Page) -> list[str]:
    wide = page.evaluate(WIDE)
    found = [f"{page.url} cuts {one}" for one in page.evaluate(CUT)]
    return found + ([f"{page.url} is {wide}px too wide"] if wide > 0 else [])
