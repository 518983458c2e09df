"""The accessibility tools in a browser: at once with script, by a reload without, kept on the next page."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Visit

FONT = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
SPEECH = """
window.said = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
  cancel() {}, speak(words) { said.push([words.lang, words.text]); setTimeout(() => words.onend(), 1); },
} });
"""


def press(page: Page, row: str, choice: str) -> None:
    if page.locator(".aids[open]").count() == 0:
        page.locator(".aids summary").first.click()
    page.get_by_role("group", name=row, exact=True).get_by_role("button", name=choice, exact=True).click()


@pytest.mark.browser
@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_text_grows_and_stays_large(visit: Visit, options: dict[str, Any]) -> None:
    page = visit(**options)
    page.goto("/portal")
    press(page, "字号", "最大")
    expect(page.locator("html")).to_have_attribute("data-size", "3")
    page.goto("/statutes")
    expect(page.locator("html")).to_have_attribute("data-size", "3")
    press(page, "对比度", "高对比")
    expect(page.locator("html")).to_have_attribute("data-contrast", "")
    press(page, "疏密", "宽松")
    expect(page.locator("html")).to_have_attribute("data-spacing", "1")


@pytest.mark.browser
def test_largest_text_is_half_as_large_again(visit: Visit) -> None:
    page = visit()
    page.goto("/statutes")
    usual = page.evaluate(FONT)
    press(page, "字号", "最大")
    assert page.evaluate(FONT) == pytest.approx(usual * 1.5)


@pytest.mark.browser
def test_the_ruler_follows_the_pointer_and_the_keyboard(visit: Visit) -> None:
    page = visit()
    page.goto("/portal")
    press(page, "阅读尺", "开")
    page.mouse.move(300, 400)
    box = page.locator(".ruler").bounding_box()
    assert box
    assert abs(box["y"] + box["height"] / 2 - 400) < 2
    page.locator(".tile").first.focus()
    moved = page.locator(".ruler").bounding_box()
    assert moved != box
    press(page, "阅读尺", "关")
    expect(page.locator(".ruler")).to_have_count(0)


@pytest.mark.browser
def test_a_page_is_read_aloud_piece_by_piece_in_its_language(visit: Visit) -> None:
    page = visit({"language": "en"})
    page.add_init_script(SPEECH)
    page.goto("/portal")
    page.locator(".aids summary").first.click()
    button = page.get_by_role("button", name="Read this page aloud")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false", timeout=20_000)
    said = page.evaluate("said")
    assert said[0] == ["en", "What brings you here today?"]
    assert any(lang == "zh-CN" and "复议" in text for lang, text in said)


@pytest.mark.browser
def test_escape_closes_the_panel_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit()
    page.goto("/portal")
    summary = page.locator(".aids summary").first
    summary.press("Enter")
    expect(page.locator(".aids[open]")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".aids[open]")).to_have_count(0)
    expect(summary).to_be_focused()


@pytest.mark.browser
def test_what_was_typed_survives_the_change_of_script(visit: Visit) -> None:
    page = visit({"language": "zh-hant"})
    page.goto("/calculator")
    page.get_by_label("查找規則").fill("后面发展")
    page.get_by_role("button", name="查找", exact=True).click()
    expect(page.get_by_label("查找規則")).to_have_value("后面发展")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
