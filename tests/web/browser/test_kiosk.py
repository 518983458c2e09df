"""A terminal in use: everything can be hit with a thumb, nobody stays on it, nothing stays in its history."""

import pytest
from playwright.sync_api import Page, expect

from fazhi.web import kiosk
from tests.web.browser.conftest import Visit

SMALL = """
() => [...document.querySelectorAll("a[href], button, input, select, summary")].filter((each) => {
  const box = each.getBoundingClientRect();
  const inText = each.matches("p a, dd a, .skip, .cite a");
  return each.checkVisibility() && !inText && box.width && (box.height < 44 || box.width < 44);
}).map((each) => each.outerHTML.slice(0, 120))
"""


@pytest.fixture
def terminal(visit: Visit) -> Page:
    page = visit({"kiosk": "1"}, viewport={"width": 1080, "height": 1600})
    page.goto("/kiosk")
    return page


@pytest.mark.browser
@pytest.mark.parametrize(
    "address",
    ["/kiosk", "/calculator", "/calculator?from=2024-02-06&rule=recon-review-5wd", "/statutes", "/nowhere"],
)
def test_every_control_is_as_large_as_a_thumb(terminal: Page, address: str) -> None:
    terminal.goto(address)
    terminal.locator(".aids summary").first.click()
    assert terminal.evaluate(SMALL) == []


@pytest.mark.browser
def test_pages_replace_one_another_and_the_way_back_is_on_the_screen(terminal: Page) -> None:
    before = terminal.evaluate("history.length")
    terminal.locator(".tile").first.click()
    terminal.get_by_label("起算日").fill("2024-02-06")
    terminal.get_by_label("查找规则").fill("行政复议法 5个工作日内审查决定")
    terminal.get_by_role("button", name="计算最后一天").click()
    expect(terminal.locator("#result")).to_contain_text("2024年2月19日 星期一")
    assert terminal.evaluate("history.length") == before
    terminal.get_by_role("button", name="返回").click()
    expect(terminal.locator("#result")).to_have_count(0)
    terminal.get_by_role("button", name="返回").click()
    expect(terminal.locator("h1")).to_have_text("请点选要办的事")


@pytest.mark.browser
def test_nobody_there_is_asked_and_may_go_on(terminal: Page) -> None:
    terminal.clock.install()
    terminal.goto("/calculator")
    terminal.get_by_label("查找规则").fill("复议")
    terminal.clock.run_for(kiosk.IDLE * 1000 + 10)
    question = terminal.get_by_role("alertdialog")
    expect(question).to_contain_text(f"{kiosk.WARNING} 秒后清除")
    terminal.clock.run_for(5_000)
    expect(question).to_contain_text(f"{kiosk.WARNING - 5} 秒后清除")
    terminal.get_by_role("button", name="继续使用").click()
    expect(question).to_be_hidden()
    expect(terminal.get_by_label("查找规则")).to_have_value("复议")


@pytest.mark.browser
def test_nobody_there_and_no_answer_clears_everything(terminal: Page) -> None:
    terminal.clock.install()
    terminal.goto("/calculator")
    terminal.get_by_label("查找规则").fill("复议")
    terminal.evaluate("sessionStorage.setItem('left', 'behind')")
    terminal.clock.run_for((kiosk.IDLE + kiosk.WARNING + 1) * 1000)
    expect(terminal.locator("h1")).to_have_text("请点选要办的事")
    assert terminal.evaluate("sessionStorage.length") == 0
    terminal.goto("/calculator")
    expect(terminal.get_by_label("查找规则")).to_have_value("")
