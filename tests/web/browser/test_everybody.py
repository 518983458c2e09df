"""axe finds nothing on any page of the demo district, for any of its people, in any mode and width: long.

Each comes to the pages by their links. What has the skeleton of a page that somebody was already shown in the
same modes is not shown again (skeleton.py); the first page of each persona is always looked at.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.portal.conftest import _nobody_tried_yet
from tests.web.addresses import NO_PAGE, patterns
from tests.web.browser.conftest import Desk
from tests.web.browser.crawl import Crawl
from tests.web.browser.inhabited import PERSONAS, TERMINAL, comes, inhabited, starts
from tests.web.browser.skeleton import skeleton
from tests.web.browser.test_accessibility import MODES, TOGETHER, WIDTHS, wrong_on

__all__ = ["_nobody_tried_yet", "inhabited"]
ELSEWHERE = {"case-join", "case-sever"}
"""Pages of acts that no law of the packs knows: test_accessibility.py walks them."""
AVOIDED = frozenset({*TERMINAL, *NO_PAGE})
"""Files, and links that end a session: a terminal has one on each page."""
CHOICES = {name for cookies in MODES.values() for name in cookies}


@dataclass
class Walk:
    """What was found so far, and what need not be looked at again."""

    desk: Desk
    modes: tuple[str, ...]
    seen: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    written: int = 0
    looks: int = 0

    def through(self, persona: str) -> None:
        """All pages that somebody comes to, each new one in every mode; the visitor ends at a terminal."""
        client = comes(persona)
        client.cookies.load(MODES[self.modes[0]])
        windows = {mode: self._window(client, mode) for mode in self.modes}
        crawl = Crawl(client, AVOIDED)
        last = TERMINAL.values() if persona == "visitor" else ()
        for address in chain(self._new(crawl), last):
            for mode, window in windows.items():
                self._look(persona, mode, window, address)
        self.named |= crawl.named
        for window in windows.values():
            window.context.close()

    def _new(self, crawl: Crawl) -> Iterator[str]:
        for address, page in crawl.pages(starts()):
            self.written += 1
            found = skeleton(page)
            if address == "/" or found not in self.seen:
                yield address
            self.seen.add(found)

    def _window(self, client: Client, mode: str) -> Page:
        kept = {name: morsel.value for name, morsel in client.cookies.items() if name not in CHOICES}
        context = self.desk.open()
        cookies = kept | MODES[mode]
        context.add_cookies([{"name": k, "value": v, "url": self.desk.url} for k, v in cookies.items()])
        return context.new_page()

    def _look(self, persona: str, mode: str, page: Page, address: str) -> None:
        page.goto(address)
        for width, size in WIDTHS.items():
            page.set_viewport_size(size)
            self.looks += 1
            self.wrong += [f"{persona}, {mode}, {width}: {one}" for one in wrong_on(page, mode)]


@pytest.mark.browser
@pytest.mark.soak
@pytest.mark.parametrize("alike", TOGETHER)
def test_every_page_is_open_to_every_persona(
    inhabited: Desk, alike: str, record_property: Callable[[str, object], None]
) -> None:
    walk = Walk(inhabited, TOGETHER[alike])
    for persona in PERSONAS:
        walk.through(persona)
    counts = {"written": walk.written, "skeletons": len(walk.seen), "looks": walk.looks}
    record_property("pages", counts)
    assert not walk.wrong, "\n".join(walk.wrong)
    assert _missed(walk.named) == set()


def _missed(named: set[str]) -> set[str]:
    """Named pages that nobody came to; those that ask a password again are walked by test_identity.py."""
    names = {str(p.name) for p in patterns()} - NO_PAGE - ELSEWHERE - set(TERMINAL) - named
    return {name for name in names if not name.startswith(("mfa_", "account_"))}
