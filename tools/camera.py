"""A browser that goes to a page as a reader does and keeps what is seen."""

import io
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from fazhi.fault import Fault
from tools.picture import Picture

BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
ARGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=zh-CN",
)  # fmt: skip
PATIENCE = 30_000
"""Milliseconds until a page must be there."""
COLOURS = 256
LINKS = "all => all.map(one => one.getAttribute('href') + ' ' + one.textContent.trim())"
A4 = (794, 1123)
"""Pixels of a sheet at 96 to the inch."""


@contextmanager
def browser() -> Iterator[Browser]:
    """The machine's Chromium; ``Fault`` pictures.E003 without one."""
    if not (found := next(filter(os.path.exists, BROWSERS), None)):
        raise Fault("pictures.E003", "没有找到 Chromium", "请安装 chromium 后重试")
    with sync_playwright() as driver:
        yield driver.chromium.launch(executable_path=found, args=list(ARGS))


@dataclass(frozen=True)
class Camera:
    """Takes pictures of one site, each in a window of its own."""

    browser: Browser
    url: str
    folder: Path

    def take(self, picture: Picture, cookies: Mapping[str, str]) -> None:
        """Keep one; ``LookupError`` where a link is not there, Playwright's error where a page is not."""
        context = self._window(picture, {**cookies, **picture.modes})
        try:
            page = _arrived(context.new_page(), picture)
            _keep(page.screenshot(animations="disabled"), self.folder / f"{picture.name}.png")
        finally:
            context.close()

    def _window(self, picture: Picture, cookies: Mapping[str, str]) -> BrowserContext:
        width, height = A4 if picture.paper else picture.window()
        size = {"width": width, "height": height}
        context = self.browser.new_context(base_url=self.url, viewport=size, locale="zh-CN")  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": k, "value": v, "url": self.url} for k, v in cookies.items()])
        return context


def _keep(shot: bytes, path: Path) -> None:
    """In a palette: a page has few colours, and everybody who clones the repository gets the file."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    image.quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE).save(path, optimize=True)


def _arrived(page: Page, picture: Picture) -> Page:
    first, *links = picture.way
    page.goto(first)
    for pattern in links:
        page.goto(_link(page, pattern))
    for step in picture.steps:
        _do(page, *step)
    if picture.paper:
        page.emulate_media(media="print")
        page.evaluate("document.body.style.cssText = 'width:166mm;margin:22mm 20mm 20mm 24mm'")
    page.evaluate("document.fonts.ready")
    return page


def _link(page: Page, pattern: str) -> str:
    links: list[str] = page.eval_on_selector_all("a[href]", LINKS)
    for link in links:
        if re.search(pattern, link):
            return urljoin(page.url, link.split()[0])
    raise LookupError(f"no link {pattern} on {page.url}")


def _do(page: Page, what: str, selector: str, text: str = "") -> None:
    found = page.locator(selector).first
    match what:
        case "fill":
            found.fill(text)
        case "click":
            found.click()
            page.wait_for_load_state("networkidle")
        case "to":
            found.evaluate("one => one.scrollIntoView({block: 'start'})")
        case _:
            raise LookupError(f"no step {what}")
