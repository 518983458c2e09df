"""Registers in a real browser: open to everybody in every mode; a list taken in and found outside."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from fazhi.registers.actions import Keep, open_superior, upload
from fazhi.registers.models import Edition
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, published, row, xlsx
from tests.web.browser.conftest import Desk
from tests.web.browser.test_accessibility import CHINESE, MODES, OPTIONS, WIDTHS

LONG = "演示·对公共场所未按照规定配备设施设备并且经责令限期改正逾期仍未改正的行为实施的行政处罚" * 2


@pytest.fixture
def edition(personas: Personas, edition: object) -> Edition:
    """A list in force with flaws and a long name, a newer draft, a superior's list, a waiting file."""
    register = opened(personas)
    theirs = open_superior(personas.coordinator, "power-list", "演示市级单位", DAY)
    for rows in ([row(1), row(2)], [row(1, "演示·改名"), row(2), row(9)]):
        Keep(register=theirs, file_name="a.xlsx", data=xlsx(rows)).perform(personas.coordinator, DAY)
    base = theirs.editions.first()
    rows = [row(1), row(2, LONG, basis=""), row(3, basis="《企业法人登记管理条例》第三十条")]
    keep = Keep(register=register, file_name="清单.xlsx", data=xlsx(rows), base=base)
    published(keep.perform(personas.clerk, DAY), personas)
    upload(personas.clerk, register, "清单.xlsx", xlsx([row(1), row(2, 职权类型="无此类型")]), DAY)
    return kept(register, personas, [row(1, 运行流程="受理—决定"), row(4)])


def addresses(edition: Edition) -> list[str]:
    register = edition.register
    waiting, entry = register.uploads.get(), edition.entries.first()
    assert entry
    pk = register.pk
    return [
        "/registers", f"/registers/{pk}", f"/registers/{pk}?q=无此事", f"/registers/{pk}/editions",
        f"/registers/{pk}/import", f"/registers/{pk}/audit?edition=1", f"/registers/{pk}/alignment?edition=1",
        f"/registers/editions/{edition.pk}", f"/registers/entries/{entry.pk}",
        f"/registers/entries/{entry.pk}/correct",
        f"/registers/uploads/{waiting.pk}", "/lists", f"/lists/{pk}", f"/lists/{pk}/item?key=HD-002",
    ]  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize(("width", "mode"), CHINESE)
def test_every_page_of_registers_is_open_to_everybody(
    desk: Desk, edition: Edition, width: str, mode: str
) -> None:
    context = desk.open(viewport=WIDTHS[width])
    context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES[mode].items()])
    page = desk.enter("coordinator", context)
    wrong: list[str] = []
    for address in addresses(edition):
        response = page.goto(address)
        assert response
        assert response.status == 200, address
        wrong += _wrong(page)
    assert not wrong, "\n".join(wrong)


def _wrong(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    where = [f"{page.url} {rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return where + ([f"{page.url} is {wide}px too wide"] if wide > 0 else [])


@pytest.mark.browser
def test_a_list_is_taken_in_by_a_clerk_and_published_by_the_leader(
    desk: Desk, edition: Edition, tmp_path: Path
) -> None:
    file = tmp_path / "清单.xlsx"
    file.write_bytes(xlsx([row(1), row(2, "演示·新的职权"), row(3, 行使主体="星际办")]))
    clerk = desk.enter("clerk", desk.open(viewport=WIDTHS["phone"]))
    clerk.goto(f"/registers/{edition.register_id}")
    clerk.get_by_role("link", name="导入新版本").click()
    clerk.get_by_label("清单文件").set_input_files(file)
    clerk.get_by_role("button", name="上传并核对").click()
    expect(clerk.locator("main")).to_contain_text("有问题的 1 行")
    clerk.get_by_label("只导入没有问题的行").check()
    clerk.get_by_role("button", name="导入为草稿").click()
    expect(clerk.get_by_role("status")).to_contain_text("草稿")
    clerk.get_by_role("button", name="提交审核").click()
    expect(clerk.get_by_role("status")).to_contain_text("已提交审核")
    leader = desk.enter("leader", desk.open())
    leader.goto(clerk.url)
    leader.get_by_role("button", name="审核通过").click()
    leader.locator("#act-publish").get_by_role("button", name="公布").click()
    expect(leader.get_by_role("status")).to_contain_text("已公布")
    visitor = desk.open().new_page()
    visitor.goto("/lists")
    visitor.get_by_role("link", name="试验区司法局").click()
    visitor.get_by_role("searchbox", name="查找").fill("新的职权")
    visitor.get_by_role("button", name="查找").click()
    visitor.get_by_role("link", name="演示·新的职权").click()
    expect(visitor.locator("h1")).to_have_text("演示·新的职权")
