"""A citizen on a phone, without script and in 长者模式: contact, code, list, and out again."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from playwright.sync_api import expect

from fazhi.portal.throttle import COUNTS
from tests.portal.outbox import PATH, Outbox, last
from tests.web.browser.conftest import Visit


@pytest.fixture(autouse=True)
def _outbox(settings: LazySettings) -> Iterator[None]:
    settings.CONFIG = settings.CONFIG.model_copy(update={"code_phone": PATH})
    Outbox.sent, Outbox.fails = [], False
    COUNTS.clear()
    yield
    Outbox.sent = []
    COUNTS.clear()


@pytest.mark.browser
def test_a_code_leads_in_and_a_button_out(visit: Visit) -> None:
    page = visit({"elder": "1"}, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page.goto("/mine")
    page.get_by_label("手机号或者电子邮箱").fill("138 0000 0001")
    page.get_by_role("button", name="获取验证码").click()
    expect(page.locator("h1")).to_have_text("输入验证码")
    page.get_by_label("验证码", exact=True).fill(last())
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.locator("main")).to_contain_text("138****0001")
    page.get_by_role("button", name="退出登录").click()
    expect(page.locator("h1")).to_have_text("今天来办什么事？")
    page.goto("/mine")
    expect(page.get_by_role("button", name="获取验证码")).to_be_visible()
