"""Registers in a real browser: open to everybody in every mode."""

import pytest

from fazhi.registers.actions import Keep, open_superior, upload
from fazhi.registers.models import Edition
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, published, row, xlsx
from tests.web.browser.conftest import Desk
from tests.web.browser.test_accessibility import CHINESE, MODES, WIDTHS, wrong_on

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
        wrong += wrong_on(page, mode)
    assert not wrong, "\n".join(wrong)
