"""Everybody is told what is done with what they fill in, before they send it."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from fazhi import config
from fazhi.fault import Fault
from tests.web.addresses import World
from tests.web.page import text

pytestmark = pytest.mark.django_db


def test_without_a_notice_the_page_says_so_and_what_the_system_does() -> None:
    page = text(Client().get("/privacy"))
    assert "还没有发布自己的说明" in page
    assert "每次查看都须写明目的" in page


def test_the_districts_own_notice_is_shown_as_it_was_written(settings: LazySettings, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text("演示：第一段。\n\n演示：<b>第二段</b>。", "utf-8")
    read = config.read({"FAZHI_PRIVACY_FILE": str(file)})
    settings.CONFIG = settings.CONFIG.model_copy(update={"privacy_file": read.privacy_file})
    page = Client().get("/privacy").content.decode()
    assert "<p>演示：第一段。</p>" in page
    assert "&lt;b&gt;第二段" in page
    assert "还没有发布" not in page
    with pytest.raises(Fault, match="FAZHI_PRIVACY_FILE"):
        config.read({"FAZHI_PRIVACY_FILE": "/nowhere"})


def test_forms_that_ask_for_personal_data_lead_there(world: World) -> None:
    for address in (f"/apply/{world.window.pk}", "/mine"):
        main = text(Client().get(address))
        assert "您填写的信息怎样使用" in main
