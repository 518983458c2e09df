"""The demo district with what no demo has: unfinished imports, drafts, statutes, somebody without a post."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser

from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.chapters.decisions.validity import actions as validity
from fazhi.chapters.decisions.validity.models import Upload
from fazhi.demo.citizens import CITIZEN
from fazhi.demo.load import load
from fazhi.documents.actions import Keep, Submit
from fazhi.documents.models import Document
from fazhi.duties.actions import stage
from fazhi.duties.models import Narrowing
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ
from fazhi.registers.actions import upload
from fazhi.registers.models import Register
from tests.chapters.decisions.validity.people import cells
from tests.chapters.decisions.validity.test_register import sheet
from tests.layers import LAYERS
from tests.portal.outbox import PATH
from tests.registers.lists import row, xlsx
from tests.web.addresses import NO_PAGE, full_name, patterns
from tests.web.browser.conftest import Desk
from tests.web.conftest import DRAFT, logged_in
from tests.web.test_mine import entered

STAFF = {
    "coordinator": "demo-coordinator",
    "receiver of requests and keeper of registers": "demo-justice",
    "enforcement officer": "demo-officer",
    "leader": "demo-leader",
    "auditor": "demo-auditor",
    "drafter": "demo-clerk-3",
    "reviewer": "demo-reviewer",
    "secretary": "demo-secretary",
    "stranger": "stranger",
}
TERMINAL = {"kiosk": "/kiosk", "kiosk-idle": "/kiosk/idle"}
"""Pages that make a terminal of the device and end what was begun on it."""
PERSONAS = ("visitor", "citizen with a log-in", *STAFF)


def comes(persona: str) -> Client:
    """Somebody's session: none, the public's own, or an official's."""
    if persona == "visitor":
        return Client()
    return logged_in(STAFF[persona]) if persona in STAFF else entered(CITIZEN)


def starts() -> list[str]:
    """Where everybody begins: the first pages, all pages without parameters, and what no link leads to."""
    left = NO_PAGE | set(TERMINAL)
    named = [p for p in patterns() if p.name not in left and not p.pattern.converters]
    own = Register.objects.get(kind="power-list", organ__code="justice")
    asked = Case.objects.filter(procedure="disclosure-on-request").values_list("pk", flat=True)
    return [
        "/", "/portal", *(reverse(full_name(p)) for p in named), "/verify/222222222222", "/nowhere",
        f"/registers/{own.pk}/alignment", f"/registers/uploads/{own.uploads.get().pk}",
        f"/validity/uploads/{Upload.objects.get().pk}",
        reverse("web:measure-names", args=[Narrowing.objects.get().measure_id]),
        f"/papers/{Document.objects.get(title='询问笔录').pk}",
        *(reverse("web:hearing-result", args=[row.pk]) for row in Hearing.objects.all()),
        *(f"/cases/{pk}/acts/ask_to_complete/papers" for pk in asked[:1]),
    ]  # fmt: skip


@pytest.fixture
def inhabited(browser: Browser, live_server: Any, library: None, settings: LazySettings) -> Desk:
    """A server of the district; its data are laid down once a run."""
    settings.CONFIG = settings.CONFIG.model_copy(update={"code_phone": PATH, "code_mail": PATH})
    LAYERS.lay("inhabited", _inhabit)
    return Desk(browser, live_server.url)


def _inhabit() -> None:
    now = timezone.now()
    load(now)
    get_user_model().objects.create_user("stranger")
    clerk, coordinator = _actor("demo-justice"), _actor("demo-coordinator")
    stage(coordinator, "规划.txt", DRAFT.encode(), now)
    Submit(Organ.objects.get(code="justice"), "决定书.txt", "当事人：张志祥。".encode()).perform(clerk, now)
    kept = Keep(
        organ=Organ.objects.get(code="justice"), kind="笔录", title="询问笔录", retention="archive",
        file_name="笔录.txt", data="笔录".encode(),
    )  # fmt: skip
    kept.perform(clerk, now)
    rows = xlsx([row(1), row(2, 职权类型="无此类型")])
    upload(clerk, Register.objects.get(organ__code="justice", kind="power-list"), "清单.xlsx", rows, now)
    validity.upload(clerk, "目录.csv", sheet(cells("乙〔2020〕1号")), now)
    name = "区推进法治政府建设暨优化营商环境工作领导小组综合协调办公室" * 2
    Organ.objects.filter(code="justice").update(name=name, full_name=name)


def _actor(login: str) -> Actor:
    return actor_of(get_user_model().objects.get(username=login), timezone.localdate())
