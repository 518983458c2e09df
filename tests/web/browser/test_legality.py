"""The review desk in a real browser: open to everybody in every mode, begun from the keyboard."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from fazhi.chapters.decisions.legality import actions
from fazhi.chapters.decisions.legality.actions.save import Said
from fazhi.chapters.decisions.legality.models import Examination
from fazhi.office.models import Person
from tests.chapters.decisions.legality import people
from tests.chapters.decisions.legality.people import actor, save, sent
from tests.conftest import at
from tests.web.browser.conftest import PASSWORD, Desk
from tests.web.browser.test_accessibility import CHINESE, MODES, WIDTHS, wrong_on


@pytest.fixture
def row(desk: Desk) -> Examination:
    """A review half done, after a return."""
    people.establish_all()
    for login in ("reviewer", "drafter"):
        user = Person.objects.get(user__username=login).user
        user.set_password(PASSWORD)
        user.save()
    case = sent()
    back = actions.GiveBack(case_id=case.pk, expected=3, reason="缺少依据材料" + "没有空格的长词" * 12)
    back.perform(actor("reviewer"), at(2026, 3, 4, 10))
    people.act(case, "drafter", "send_review", "文件草案", "起草说明", "依据材料", on=5)
    paper = case.acts.order_by("sequence").last().papers.get(title="文件草案")  # type: ignore[union-attr]
    found = actions.Begin(case_id=case.pk, paper=paper.pk).perform(actor("reviewer"), at(2026, 3, 5, 10))
    people.act(case, "adviser", "advise", on=6, advice="amend")
    save(found, {"argued": Said("no", "没有论证材料")}, {1: Said("yes")})
    return found


def addresses(row: Examination) -> list[str]:
    cases = (row.case_id, sent().pk, people.drafted().pk)
    return ["/legality", *(f"/legality/{pk}" for pk in cases)]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "mode"), CHINESE)
def test_every_page_of_the_desk_is_open_to_everybody(
    desk: Desk, row: Examination, width: str, mode: str
) -> None:
    context = desk.open(viewport=WIDTHS[width])
    context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES[mode].items()])
    page = desk.enter("reviewer", context)
    wrong: list[str] = []
    for n, address in enumerate(addresses(row)):
        response = page.goto(address)
        assert response
        assert response.status == 200, address
        if folder := os.environ.get("SHOTS"):
            page.screenshot(path=str(Path(folder) / f"{width}-{mode}-{n}.png"), full_page=True)
        wrong += wrong_on(page, mode)
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
def test_begun_from_the_keyboard(desk: Desk, row: Examination) -> None:
    page = desk.enter("reviewer", desk.open(viewport=WIDTHS["desk"]))
    page.goto(f"/legality/{sent().pk}")
    page.get_by_role("button", name="开始审核").press("Enter")
    expect(page.locator("main")).to_contain_text("设定行政处罚")
