"""Log-in and answering work by keyboard alone, with the focus always in sight."""

import pytest
from playwright.sync_api import Page, expect

from fazhi.duties.models import Occurrence
from tests.web.browser.conftest import PASSWORD, Desk


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and see that the focus shows."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            break
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert page.evaluate("s => document.activeElement.matches(s)", selector), selector
    assert style != "none"


@pytest.mark.browser
def test_a_clerk_logs_in_and_answers_without_a_mouse(desk: Desk, occurrence: Occurrence) -> None:
    page = desk.open().new_page()
    page.goto(f"/login?next=/duties/{occurrence.pk}")
    page.keyboard.type("clerk")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("案卷")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    tab_to(page, "#answer-text")
    page.keyboard.type("已评查两次")
    tab_to(page, "#answer-url")
    page.keyboard.type("https://example.org/report")
    tab_to(page, "#act-answer button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("已报送")


@pytest.mark.browser
def test_a_wrong_form_takes_the_focus_to_its_errors(desk: Desk) -> None:
    page = desk.open().new_page()
    page.goto("/login")
    page.keyboard.press("Enter")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("用户名")).to_be_focused()
