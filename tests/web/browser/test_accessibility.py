"""axe finds nothing on any page, in any mode, on a phone or a desk; no page scrolls sideways or errs."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from fazhi.duties.actions import stage
from fazhi.duties.models import Duty, Measure, Occurrence
from fazhi.office.models import Organ
from tests.conftest import Personas, at
from tests.web.browser.conftest import Desk
from tests.web.browser.test_walk import TEXT

WIDTHS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1440, "height": 900}}
MODES = {
    "normal": {},
    "dark": {"theme": "dark"},
    "elder": {"elder": "1"},
    "elder-dark": {"elder": "1", "theme": "dark"},
}
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def addresses(edition: int, draft: int, occurrence: int, measure: int) -> list[str]:
    return [
        "/", "/duties", "/duties?q=无此事", f"/duties/{occurrence}", "/matrix", "/matrix?view=table",
        "/organs", "/organs/justice", "/calendar?month=2024-12", "/calendar?month=2024-11",
        f"/measures/{measure}", "/outlines", "/outlines/import", f"/editions/{edition}",
        f"/drafts/{draft}", f"/drafts/{draft}/settle", "/components", "/nowhere", "/tokens",
        "/api/v1/reference",
    ]  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_open_to_everybody(
    desk: Desk, personas: Personas, occurrence: Occurrence, mode: str, width: str
) -> None:
    _long_names(occurrence)
    draft = stage(personas.coordinator, "规划.txt", TEXT.encode(), at(2024, 1, 5))
    edition = occurrence.duty.introduced_id
    measure = Measure.objects.get(title="执法监督").pk
    context = desk.open(viewport=WIDTHS[width])
    context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES[mode].items()])
    door = context.new_page()
    door.goto("/login")
    wrong = _wrong(door)
    page = desk.enter("coordinator", context)
    for address in addresses(edition, draft.pk, occurrence.pk, measure):
        page.goto(address)
        wrong += _wrong(page)
    assert not wrong, "\n".join(wrong)


def _long_names(occurrence: Occurrence) -> None:
    """A name, a period and a quota that no column was made for."""
    name = "区推进法治政府建设暨优化营商环境工作领导小组综合协调办公室" * 2
    Organ.objects.filter(code="justice").update(name=name, full_name=name)
    Occurrence.objects.filter(pk=occurrence.pk).update(label="依规定期限届满前的每个履职周期" * 2)
    Duty.objects.filter(pk=occurrence.duty_id).update(quantity="不少于全部事项总数的百分之九十八点五" * 2)


def _wrong(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    where = [f"{page.url} {rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return where + ([f"{page.url} is {wide}px too wide"] if wide > 0 else [])
