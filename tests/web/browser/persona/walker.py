"""A persona who does one thing after another and looks, after each, whether the page is fit to go on with."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, Response, expect

from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size

LANDING = "main h1:not(.print-only), main [role=status]"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Walker:
    """One person before one window; ``refusals`` are the pages that the server answered with an error."""

    page: Page
    size: Size
    refusals: list[str] = field(default_factory=list)
    pictures: int = 0

    def __post_init__(self) -> None:
        self.page.on("response", self._answered)

    def _answered(self, response: Response) -> None:
        if response.status >= (400 if response.request.is_navigation_request() else 500):
            self.refusals.append(f"{response.status} {response.url}")

    # ---- ways ---------------------------------------------------------------------------------------

    def go(self, address: str, says: str) -> None:
        """To a page by its address."""
        self.page.goto(address)
        self.stands(says)

    def place(self, address: str, says: str) -> None:
        """To a page by the navigation, as it is at this size: at once, or in the menu, or in its group."""
        self.page.wait_for_load_state()
        link = self.page.locator(f'nav a[href="{address}"]')
        if not link.locator("visible=true").count():
            self._unfold(address)
        link.locator("visible=true").first.click()
        self.stands(says)

    def _unfold(self, address: str) -> None:
        menu = self.page.locator(".menu > summary")
        if menu.is_visible():
            menu.click()
        group = self.page.locator(f'nav details:not([open]):has(a[href="{address}"]) > summary')
        for one in group.locator("visible=true").all():
            one.click()

    def follow(self, name: str, says: str, within: str = "main") -> None:
        """By a link of the page."""
        self.page.locator(within).get_by_role("link", name=name).first.click()
        self.stands(says)

    def press(self, name: str, says: str, within: str = "main") -> None:
        """A button that does what it says."""
        self._button(name, within).click()
        self.stands(says)

    def save(self, name: str) -> Path:
        """A file by its link, or by its button."""
        link = self.page.locator("main").get_by_role("link", name=name).first
        with self.page.expect_download() as saving:
            link.click()
        return Path(saving.value.path())

    def _button(self, name: str, within: str) -> Locator:
        return self.page.locator(within).get_by_role("button", name=name, exact=True).first

    # ---- what the page says --------------------------------------------------------------------------------

    def stands(self, says: str) -> None:
        """The page says so, with its subject or what was done in sight; nothing is cut off or refused."""
        expect(self.page.locator("main")).to_contain_text(says)
        target = self.page.locator(":target")
        place = target if target.count() else self.page.locator(LANDING)
        expect(place.locator("visible=true").first).to_be_in_viewport()
        self.whole()
        assert not self.refusals

    def refused(self, name: str, says: str, within: str = "main") -> None:
        """A button whose form is not right: the errors come into sight, with the focus where script runs."""
        self._button(name, within).click()
        summary = self.page.locator("[data-error-summary]").first
        expect(summary).to_contain_text(says)
        expect(summary).to_be_in_viewport()
        if self.size.script:
            expect(summary).to_be_focused()
        self.whole()
        assert [one[:3] for one in self.refusals] in ([], ["400"], ["403"], ["404"], ["409"], ["422"])
        self.refusals.clear()

    def keeps(self, label: str, value: str, within: str = "main") -> None:
        """What was typed is still there."""
        expect(self._field(label, within)).to_have_value(value)

    def whole(self) -> None:
        """Nothing sticks out sideways; with ``SHOTS`` set to a folder, a picture of it is kept there."""
        wide = self.page.evaluate(TOO_WIDE)
        assert wide <= 0, f"{self.page.url} is {wide}px too wide"
        if folder := os.environ.get("SHOTS"):
            self.pictures += 1
            name = re.sub(r".*test_(\w+)\.py::.*\[(\w+)\].*", r"\1-\2", os.environ["PYTEST_CURRENT_TEST"])
            file = Path(folder) / f"{name}-{self.pictures:02}.png"
            self.page.screenshot(path=file, full_page=True)

    # ---- filling in --------------------------------------------------------------------------------------

    def fill(self, fields: Mapping[str, str], within: str = "main") -> None:
        """Fields by their labels: text is typed, a choice is chosen."""
        for label, value in fields.items():
            found = self._field(label, within)
            if found.evaluate("e => e.tagName") == "SELECT":
                found.select_option(value)
            else:
                found.fill(value)

    def _field(self, label: str, within: str) -> Locator:
        labelled = self.page.locator(within).get_by_label(label)
        return labelled.and_(self.page.locator("input, select, textarea")).locator("visible=true").first

    def attach(self, label: str, name: str, content: bytes) -> None:
        """A file into its field."""
        given = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self.page.get_by_label(label).set_input_files(given)  # type: ignore[arg-type]

    def open(self, selector: str) -> None:
        """A disclosure, where it is closed."""
        closed = self.page.locator(f"{selector}:not([open]) > summary")
        if closed.count():
            closed.first.click()


def walk(desk: Desk, size: Size, login: str = "") -> Walker:
    """Somebody with a log-in, or anybody, before a window of this size."""
    page = desk.inside(login, **size.options) if login else desk.open(**size.options).new_page()
    page.context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in size.cookies.items()])
    return Walker(page, size)
