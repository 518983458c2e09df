"""The public pages in a real browser: open to everybody, by keyboard, articles beside citations."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Visit
from tests.web.browser.test_accessibility import WIDTHS


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_the_article_shows_at_its_citation_by_keyboard_and_goes_away(visit: Visit, width: str) -> None:
    page = visit(viewport=WIDTHS[width])
    page.goto("/calculator?from=2024-02-06&rule=recon-review-5wd")
    words = page.locator(".cite-words").first
    expect(words).to_be_hidden()
    page.locator(".cite a").first.focus()
    expect(words).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#a30")).to_be_in_viewport()


@pytest.mark.browser
def test_a_rule_is_found_by_typing_and_answered_without_a_mouse(visit: Visit) -> None:
    page = visit()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto("/calculator")
    page.get_by_label("起算日").fill("2024-02-06")
    page.get_by_label("查找规则").fill("行政复议法 5个工作日内审查决定")
    expect(page.get_by_role("status")).to_have_text("找到 1 条规则")
    page.get_by_role("button", name="计算最后一天").click()
    expect(page.locator("#result")).to_contain_text("2024年2月19日 星期一")
    page.get_by_label("查找规则").fill("")
    expect(page.get_by_role("status")).to_contain_text("按法律文件分组")
    assert errors == []
