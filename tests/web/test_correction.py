"""An entry is corrected on the desk: filled in, looked at as a difference, kept as a draft."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from fazhi.registers.models import Edition, Entry
from tests.conftest import Personas
from tests.registers.lists import kept, opened, published, row
from tests.registers.test_correction import LATER, cells, correction
from tests.web.page import text

WHY = {"reason": "名称有误", "basis": "演示·来函〔2026〕3号"}


@pytest.fixture
def entry(personas: Personas) -> Entry:
    edition = published(kept(opened(personas), personas, [row(n) for n in range(1, 4)]), personas)
    return edition.entries.get(key="HD-002")


def address(entry: Entry) -> str:
    return reverse("web:register-correct", args=[entry.pk])


def sent(entry: Entry, **changes: str) -> dict[str, str]:
    return {f"cell-{name}": value for name, value in cells(entry, **changes).items()} | WHY


def test_an_entry_is_corrected_from_its_page(clerk: Client, entry: Entry) -> None:
    shown = clerk.get(reverse("web:register-entry", args=[entry.pk])).content.decode()
    assert address(entry) in shown
    form = clerk.get(address(entry)).content.decode()
    assert 'value="演示职权2"' in form
    looked = clerk.post(address(entry), sent(entry, 职权名称="演示职权乙", 依据="《没有这部法》第一条"))
    page = looked.content.decode()
    assert "将改动 2 栏" in page
    assert "<ins>乙</ins>" in page
    assert "更正以后的依据核查" in page
    assert "没有这部法" in text(looked)
    assert Edition.objects.count() == 1
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    hidden.pop("csrfmiddlewaretoken", None)
    assert "演示职权乙" in clerk.post(address(entry), {**hidden, "back": "1"}).content.decode()
    done = clerk.post(address(entry), {**hidden, "confirm": "1"}, follow=True)
    assert "已更正，形成第2版（草稿）" in text(done)
    assert "演示·来函〔2026〕3号" in text(done)
    assert Edition.objects.get(number=2).entries.get(key="HD-002").cells["name"] == "演示职权乙"


def test_mistakes_stand_beside_their_column_and_nothing_is_lost(clerk: Client, entry: Entry) -> None:
    wrong = sent(entry, 职权名称="演示职权乙", 行使主体="没有的单位", 失效日期="不是日期")
    refused = clerk.post(address(entry), {**wrong, "confirm": "1"})
    assert refused.status_code == 400
    said = text(refused)
    assert "registers.E024" in said
    assert "registers.E022" in said
    assert 'value="演示职权乙"' in refused.content.decode()
    for name in WHY:
        assert clerk.post(address(entry), {**sent(entry), name: ""}).status_code == 400
    assert "registers.E071" in text(clerk.post(address(entry), sent(entry)))
    assert Edition.objects.count() == 1


def test_a_newer_edition_is_told_and_led_to(clerk: Client, entry: Entry, personas: Personas) -> None:
    newer = correction(entry, 职权名称="别人的更正").perform(personas.coordinator, LATER)
    page = clerk.get(address(entry)).content.decode()
    assert address(newer.entries.get(key="HD-002")) in page
    late = clerk.post(address(entry), {**sent(entry, 职权名称="我的更正"), "confirm": "1"})
    assert late.status_code == 409
    assert "registers.E409" in text(late)


def test_others_cannot_correct(street: Client, entry: Entry) -> None:
    assert street.get(address(entry)).status_code == 403
    assert street.post(address(entry), sent(entry, 职权名称="x")).status_code == 403
    assert address(entry) not in street.get(reverse("web:register-entry", args=[entry.pk])).content.decode()
