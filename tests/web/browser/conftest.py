"""A real Chromium against a real server; absent Chromium skips, but never on CI."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.conf import settings as configured
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.conftest import logged_in

CHROMIUM = Path("/usr/bin/chromium")
ARGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
Visit = Callable[..., Page]
PASSWORD = "演示口令-8421"
SESSION = configured.SESSION_COOKIE_NAME


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip("no Chromium at /usr/bin/chromium")
    # Playwright's loop runs in this thread; Django's guard against that has nothing to protect in a test.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGS))
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Desk:
    """Opens pages of the running server as a persona."""

    browser: Browser
    url: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, **options: Any) -> BrowserContext:
        """A browser of one's own."""
        context = self.browser.new_context(base_url=self.url, locale="zh-CN", **options)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        return context

    def inside(self, login: str, **options: Any) -> Page:
        """A page of somebody who is logged in already: the door has tests of its own."""
        context = self.open(**options)
        session = logged_in(login).cookies[SESSION].value
        context.add_cookies([{"name": SESSION, "value": session, "url": self.url}])
        return context.new_page()

    def enter(self, login: str, context: BrowserContext) -> Page:
        """The page after a log-in through the door."""
        page = context.new_page()
        page.goto("/login")
        page.get_by_label("用户名").fill(login)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_url(f"{self.url}/")
        return page


def let_in() -> None:
    """Everybody has the same password, hashed once."""
    get_user_model().objects.update(password=make_password(PASSWORD))


@pytest.fixture
def desk(browser: Browser, live_server: Any, edition: object, settings: LazySettings) -> Iterator[Desk]:
    """The test district with the same password for everybody, in a hash that costs nothing."""
    assert edition
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    let_in()
    opened = Desk(browser, live_server.url)
    yield opened
    for context in opened.contexts:
        context.close()


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
