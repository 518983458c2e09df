"""The whole main job in a browser: import, resolve, commit, answer, return, answer, confirm, export."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Desk
from tests.web.conftest import DRAFT
from tests.web.page import SOON


@pytest.mark.browser
def test_an_outline_becomes_a_duty_that_is_answered_and_confirmed(desk: Desk, tmp_path: Path) -> None:
    coordinator = desk.enter("coordinator", desk.open())
    clerk = desk.enter("clerk", desk.open(viewport={"width": 390, "height": 844}))
    _import(coordinator, tmp_path)
    duty = _owed(clerk)
    _answer(clerk, "已开展一次")
    _return(coordinator, duty, "还差一次")
    expect(clerk.locator("main")).to_contain_text("待确认")
    clerk.goto(duty)
    expect(clerk.locator("main")).to_contain_text("整改中")
    expect(clerk.locator("main")).to_contain_text("还差一次")
    _answer(clerk, "已补齐第二次")
    _confirm(coordinator, duty)
    _export(coordinator)


def _import(page: Page, folder: Path) -> None:
    file = folder / "规划.txt"
    file.write_text(DRAFT, "utf-8")
    page.get_by_role("link", name="纲要", exact=True).first.click()
    page.get_by_role("link", name="导入纲要").first.click()
    page.get_by_label("纲要文件").set_input_files(file)
    page.get_by_role("button", name="上传并读取").click()
    expect(page.locator("mark.m-unresolved")).to_have_text("星际办")
    page.get_by_role("link", name="下一步：认定单位").click()
    page.get_by_label("星际办").select_option("不是本区机构，不分派")
    page.get_by_role("button", name="下一步：看会有哪些变化").click()
    expect(page.locator("main")).to_contain_text("这是一份新纲要")
    page.get_by_role("button", name="提交，使其生效").click()
    expect(page.get_by_role("status")).to_contain_text("已导入")


def _owed(page: Page) -> str:
    page.get_by_role("link", name="台账", exact=True).click()
    page.get_by_label("查找").fill("普法宣传")
    page.get_by_label("查找").press("Enter")
    expect(page.locator("#results tbody tr")).to_have_count(5)
    page.get_by_role("link", name="每年开展两次普法宣传").first.click()
    expect(page.locator("h1")).to_have_text("每年开展两次普法宣传")
    return page.url


def _answer(page: Page, words: str) -> None:
    page.get_by_label("完成情况").fill(words)
    page.get_by_label("佐证网址").fill("https://example.org/report")
    page.get_by_role("button", name="报送").click()
    expect(page.get_by_role("status")).to_have_text("已报送")


def _return(page: Page, duty: str, reason: str) -> None:
    page.goto(duty)
    page.locator("#act-return summary").click()
    page.get_by_label("退回理由").fill(reason)
    page.get_by_label("整改期限").fill(SOON)
    page.get_by_role("button", name="退回").click()
    expect(page.get_by_role("status")).to_have_text("已退回")


def _confirm(page: Page, duty: str) -> None:
    page.goto(duty)
    page.get_by_role("button", name="确认").click()
    expect(page.get_by_role("status")).to_have_text("已确认")


def _export(page: Page) -> None:
    page.get_by_role("link", name="任务台账").first.click()
    with page.expect_download() as saving:
        page.get_by_role("link", name="导出为 XLSX").click()
    assert saving.value.suggested_filename.endswith(".xlsx")
    assert Path(saving.value.path()).read_bytes().startswith(b"PK")
