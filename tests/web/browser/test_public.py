"""The public pages in a real browser: open to everybody, by keyboard, articles beside citations."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web.browser.test_accessibility import OPTIONS, WIDTHS

NAME = "/statutes/示例区便民服务办法"
PAGES = (
    "/calculator", "/calculator?from=2024-02-06&rule=recon-review-5wd", "/calculator?from=x&count=0",
    "/calculator?from=2026-11-24&rule=recon-apply-60d", "/calculator?from=2024-02-06&count=2&unit=year",
    "/statutes", "/statutes?q=电话", NAME, f"{NAME}?on=2019-01-01", f"{NAME}/compare", "/statutes/行政复议法",
    "/statutes/没有的法", "/ledger", "/receipts", "/ledger/checkpoints/x",
)  # fmt: skip
MODES = {"normal": {}, "elder": {"elder": "1"}, "dark": {"theme": "dark"}}
Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, live_server: Any, library: None) -> Iterator[Visit]:
    """Opens the server as somebody without a log-in."""
    contexts = []

    def opened(cookies: dict[str, str] | None = None, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, locale="zh-CN", **options)
        context.add_cookies(
            [{"name": k, "value": v, "url": live_server.url} for k, v in (cookies or {}).items()]
        )
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_public_page_is_open_to_everybody(visit: Visit, mode: str, width: str) -> None:
    page = visit(MODES[mode], viewport=WIDTHS[width])
    wrong = []
    for address in PAGES:
        page.goto(address)
        found = Axe().run(page, options=OPTIONS).response["violations"]
        wrong += [f"{address} {rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wrong += [f"{address} is {wide}px too wide"] if wide > 0 else []
    assert not wrong, "\n".join(wrong)


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


@pytest.mark.browser
def test_the_calculator_works_without_script(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/calculator?from=2024-02-06&narrow=1&find=5个工作日内审查决定")
    page.get_by_label("法律规则").select_option("recon-review-5wd")
    page.get_by_role("button", name="计算最后一天").click()
    expect(page.locator("#result")).to_contain_text("2024年2月19日 星期一")
