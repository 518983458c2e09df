"""Everything works without script: filters, the display switch, the answer form."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Desk


@pytest.mark.browser
def test_filters_and_switches_are_ordinary_forms(desk: Desk) -> None:
    page = desk.enter("clerk", desk.open(java_script_enabled=False))
    page.get_by_role("link", name="任务台账").first.click()
    page.get_by_label("查找").fill("案卷")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("#results")).to_contain_text("案卷评查")
    page.get_by_role("button", name="长者模式").first.click()
    assert page.locator("html").get_attribute("data-elder") is not None
    assert "q=%E6%A1%88" in page.url


@pytest.mark.browser
def test_with_script_the_policy_of_the_page_is_never_broken(desk: Desk) -> None:
    page = desk.enter("clerk", desk.open())
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/duties")
    page.get_by_label("查找").fill("案卷")
    expect(page.locator("#results .chips a").first).to_contain_text("全部")
    page.wait_for_url("**/duties?**q=**")
    page.locator("#results .chips a").nth(1).click()
    page.wait_for_url("**status=**")
    page.go_back()
    expect(page.locator("h1")).to_have_text("任务台账")
    assert errors == []
