"""From the case's page to the citizen's hands and back: a receipt is taken, pasted and found sound."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from fazhi.cases.models import Case
from fazhi.ledger.keyring import Period
from tests.cases import ledgers
from tests.cases.conftest import opening, person
from tests.cases.ledgers import home, publish
from tests.conftest import at
from tests.web.browser.conftest import Desk
from tests.web.browser.test_accessibility import OPTIONS, WIDTHS

__all__ = ["home"]
period = ledgers.key


@pytest.fixture
def case(desk: Desk, period: Period) -> Case:
    row = opening().perform(person("receiver"), at(2026, 7, 6))
    publish(7, 6)
    return row


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_a_receipt_goes_from_the_case_to_the_public_page(desk: Desk, case: Case, width: str) -> None:
    page = desk.enter("receiver", desk.open(viewport=WIDTHS[width], accept_downloads=True))
    page.goto(f"/cases/{case.pk}")
    assert violations(page) == []
    with page.expect_download() as waiting:
        page.get_by_role("link", name="第 1 项回执").click()
    file = Path(waiting.value.path())
    visitor = desk.open(viewport=WIDTHS[width]).new_page()
    visitor.goto("/receipts")
    visitor.get_by_label("或者粘贴回执全文").fill(file.read_text("utf-8"))
    visitor.get_by_role("button", name="核验").click()
    expect(visitor.get_by_role("heading", name="回执成立")).to_be_visible()
    assert violations(visitor) == []
    visitor.get_by_label("回执文件（JSON）").set_input_files(str(file))
    visitor.get_by_role("button", name="核验").click()
    expect(visitor.get_by_role("heading", name="回执成立")).to_be_visible()
    assert visitor.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]["width"]
