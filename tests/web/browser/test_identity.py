"""Passkeys work in a real browser, and every page of log-ins is open to everybody, in each mode and width."""

from collections.abc import Iterable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, expect

from fazhi.identity.models import Event
from tests.web.browser.conftest import PASSWORD, Desk
from tests.web.browser.test_accessibility import ALL, MODES, WIDTHS, wrong_on

PAGES = (
    "/account/sessions",
    "/account/factors",
    "/account/delegations",
    "/audit/log-ins",
    "/audit/log-ins?q=无",
)
CONFIRMED = ("/account/factors/totp", "/account/factors/passkeys/add", "/account/factors/passkeys")
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _forgetful_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def with_device(context: BrowserContext, page: Page) -> None:
    """A device that holds keys and always says yes."""
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def confirm(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="确认").click()
    page.wait_for_url(f"**{address}")


@pytest.mark.browser
def test_a_passkey_is_added_then_asked_for_then_enough_alone(desk: Desk) -> None:
    desk.url = desk.url.replace("127.0.0.1", "localhost")
    context = desk.open()
    page = desk.enter("clerk", context)
    with_device(context, page)
    confirm(page, "/account/factors/passkeys/add")
    page.get_by_label("以后可以只用它登录").check()
    page.get_by_role("button", name="增加", exact=True).click()
    expect(page.get_by_role("heading", name="恢复码")).to_be_visible()
    page.get_by_role("button", name="退出登录").first.click()

    page.wait_for_url("**/login")
    page.get_by_role("button", name="用通行密钥登录").click()
    page.wait_for_url(f"{desk.url}/")
    page.get_by_role("button", name="退出登录").first.click()

    page.wait_for_url("**/login")
    page.get_by_label("用户名").fill("clerk")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.get_by_role("button", name="用通行密钥").click()
    page.wait_for_url(f"{desk.url}/")
    said = list(Event.objects.filter(kind="success").order_by("pk").values_list("detail", flat=True))
    assert said == ["密码", "通行密钥", "密码 + 通行密钥"]


@pytest.mark.browser
def test_a_device_that_says_no_is_told_in_words(desk: Desk) -> None:
    desk.url = desk.url.replace("127.0.0.1", "localhost")
    page = desk.open().new_page()
    page.goto("/login")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="用通行密钥登录").click()
    expect(page.get_by_text("没有得到通行密钥")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "mode"), ALL)
def test_every_page_of_log_ins_is_open_to_everybody(desk: Desk, width: str, mode: str) -> None:
    context = desk.open(viewport=WIDTHS[width])
    page = desk.enter("auditor", context)
    wrong = _looked_at(desk, page, mode, (*PAGES, CONFIRMED[0]))
    confirm(page, CONFIRMED[0])
    wrong += _looked_at(desk, page, mode, CONFIRMED)
    assert not wrong, "\n".join(wrong)


def _looked_at(desk: Desk, page: Page, mode: str, addresses: Iterable[str]) -> list[str]:
    """What is wrong in a mode; the page is as usual before and after, to be filled by its words."""
    chosen, wrong = MODES[mode], []
    page.context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in chosen.items()])
    for address in addresses:
        page.goto(address)
        wrong += wrong_on(page, mode)
    for name in chosen:
        page.context.clear_cookies(name=name)
    return wrong


@pytest.mark.browser
def test_a_locked_door_is_open_to_everybody(desk: Desk) -> None:
    page = desk.open(viewport=WIDTHS["phone"]).new_page()
    page.goto("/login")
    for _ in range(5):
        page.get_by_label("用户名").fill("clerk")
        page.get_by_label("密码").fill("不对")
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_load_state()
    expect(page.get_by_role("heading", name="登录失败次数过多")).to_be_visible()
    assert not wrong_on(page)
