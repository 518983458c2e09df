"""axe finds nothing on any page, in any mode, on a phone or a desk; no page scrolls sideways.

As a visitor and as a coordinator; all other personas are walked through the demo by test_everybody.py.
Pages come from the URLconf (tests/web/addresses.py), so a new one is walked without being named here.
"""

import re
from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from fazhi.duties.models import Duty, Occurrence
from fazhi.office.models import Organ
from fazhi.procedure.edition import Edition as Procedure
from tests.cases.conftest import person
from tests.cases.joining import begun, joinable
from tests.web.addresses import World, pages
from tests.web.browser.conftest import Desk

__all__ = ["joinable"]
WIDTHS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1440, "height": 900}}
MODES = {
    "normal": {},
    "dark": {"theme": "dark"},
    "elder": {"elder": "1"},
    "elder-dark": {"elder": "1", "theme": "dark"},
    "contrast": {"contrast": "1", "spacing": "1"},
    "contrast-dark": {"contrast": "1", "theme": "dark", "size": "3"},
    "traditional": {"language": "zh-hant"},
    "english": {"language": "en"},
    "kiosk": {"kiosk": "1"},
}
TOGETHER = {
    "normal": ("normal", "dark", "contrast", "contrast-dark", "traditional"),
    "elder": ("elder", "elder-dark"),
    "english": ("english",),
    "kiosk": ("kiosk",),
}
"""Modes in which the server writes the same page, but for colours and characters (test_skeleton.py).

Every rule is tried in the first, those of appearance in the others."""
FIRST = {modes[0] for modes in TOGETHER.values()}
EVERYDAY = (("phone", "elder"), ("desk", "normal"), ("desk", "dark"))
"""Walked in every run; the others are long and belong to ``run.py soak``."""
ALL = [
    pytest.param(width, mode, marks=[] if (width, mode) in EVERYDAY else pytest.mark.soak)
    for width in WIDTHS
    for mode in MODES
]
CHINESE = [one for one in ALL if one.values[1] not in ("traditional", "english", "kiosk")]
"""For walks that read or fill a page by its words."""
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""Each rule is tried on each element, but only what it finds wrong is told in full: nothing else is read."""
APPEARANCE = OPTIONS | {
    "runOnly": {
        "type": "rule",
        "values": [
            "color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable",
            "html-has-lang", "html-lang-valid", "valid-lang",
        ],
    }
}  # fmt: skip
"""The rules that colours, sizes and characters decide: the structure was tried in the first of the modes."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


@pytest.mark.browser
@pytest.mark.parametrize(("width", "mode"), ALL)
def test_every_page_is_open_to_a_visitor(
    desk: Desk, world: World, library: None, mode: str, width: str
) -> None:
    _long_names(world.occurrence)
    page = _in_mode(desk, mode, width)
    wrong = _all_wrong(page, [*pages(world, public=True), "/nowhere"], mode)
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "mode"), ALL)
def test_every_page_of_the_desk_is_open_to_a_coordinator(
    desk: Desk, world: World, mode: str, width: str
) -> None:
    _long_names(world.occurrence)
    page = _in_mode(desk, mode, width, "coordinator")
    wrong = _all_wrong(page, [*pages(world, public=False), "/nowhere"], mode)
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
@pytest.mark.soak
@pytest.mark.parametrize(("width", "mode"), ALL)
def test_cases_are_joined_and_severed_on_pages_open_to_everybody(
    desk: Desk, edition: object, joinable: Procedure, mode: str, width: str
) -> None:
    """Under an edition of the tests: no law of the packs joins cases yet."""
    first, other = (begun(person("receiver")) for _ in range(2))
    page = _in_mode(desk, mode, width, "receiver")
    wrong = _all_wrong(
        page, [f"/cases/{first.pk}/join/join?with={other.pk}", f"/cases/{other.pk}/sever/sever"], mode
    )
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("defect", "rule"),
    [
        ("<button style='width:9px;height:9px;padding:0'>甲</button>" * 2, "target-size"),
        ("<p style='color:#999;background:#fff'>看不清的字</p>", "color-contrast"),
        ("<input>", "label"),
    ],
)
def test_a_defect_is_found(browser: Browser, defect: str, rule: str) -> None:
    page = browser.new_page()
    page.set_content(f"<html lang=zh-CN><title>页</title><main><h1>页</h1>{defect}</main></html>")
    assert [rule in one for one in wrong_on(page)] == [True]
    page.close()


def _in_mode(desk: Desk, mode: str, width: str, persona: str = "") -> Page:
    context = desk.open(viewport=WIDTHS[width])
    page = desk.enter(persona, context) if persona else context.new_page()
    context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES[mode].items()])
    return page


def _all_wrong(page: Page, addresses: Iterable[str], mode: str) -> list[str]:
    wrong, seen = [], set[str]()
    for address in addresses:
        page.goto(address)
        content = TOKEN.sub("", page.content()).replace(address, "")
        if content not in seen:
            seen.add(content)
            wrong += wrong_on(page, mode)
    return wrong


def _long_names(occurrence: Occurrence) -> None:
    """A name, a period and a quota that no column was made for."""
    name = "区推进法治政府建设暨优化营商环境工作领导小组综合协调办公室" * 2
    Organ.objects.filter(code="justice").update(name=name, full_name=name)
    Occurrence.objects.filter(pk=occurrence.pk).update(label="依规定期限届满前的每个履职周期" * 2)
    Duty.objects.filter(pk=occurrence.duty_id).update(quantity="不少于全部事项总数的百分之九十八点五" * 2)


def wrong_on(page: Page, mode: str = "normal") -> list[str]:
    """What axe finds on the page, and whether it scrolls sideways."""
    options = OPTIONS if mode in FIRST else APPEARANCE
    found = Axe().run(page, options=options).response["violations"]
    where = [f"{page.url} {rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return where + ([f"{page.url} is {wide}px too wide"] if wide > 0 else [])
