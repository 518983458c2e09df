"""Each persona with a browser of their own."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from fazhi.documents.actions import Keep, Reserve, Submit
from fazhi.duties.actions import stage
from fazhi.duties.models import Measure, Occurrence
from fazhi.library.actions import OpenDuties
from fazhi.library.origin import Origin
from fazhi.office.models import Organ
from tests.cases.conftest import opening, person, receive
from tests.conftest import Personas, at
from tests.library.shelves import publishing
from tests.portal.conftest import window_of
from tests.statutes.conftest import TEXTS, run_import
from tests.web.addresses import World

DRAFT = (
    "新区法治规划（2026—2030年）\n\n一、总则\n"
    "1.普法。每年开展两次普法宣传。（牵头单位：区司法局；责任单位：星际办、各街道）\n"
)


def logged_in(login: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=login))
    return client


@pytest.fixture
def _in_force(edition: object) -> None:
    """The test outline is in force for whoever opens a page."""
    assert edition


@pytest.fixture
def coordinator(_in_force: None) -> Client:
    return logged_in("coordinator")


@pytest.fixture
def clerk(_in_force: None) -> Client:
    return logged_in("clerk")


@pytest.fixture
def street(_in_force: None) -> Client:
    return logged_in("street")


@pytest.fixture
def leader(_in_force: None) -> Client:
    return logged_in("leader")


@pytest.fixture
def stranger(_in_force: None) -> Client:
    """Somebody with a log-in and no post."""
    get_user_model().objects.create_user("stranger")
    return logged_in("stranger")


@pytest.fixture
def world(personas: Personas, occurrence: Occurrence) -> World:
    """A row for every page that needs one."""
    draft = stage(personas.coordinator, "规划.txt", DRAFT.encode(), at(2024, 1, 5))
    measure = Measure.objects.get(title="执法监督")
    case = opening().perform(person("receiver"), at(2026, 7, 6))
    receive(case, person("receiver"))
    justice = Organ.objects.get(code="justice")
    original = Submit(justice, "决定书.txt", "当事人：张志祥。".encode()).perform(
        personas.clerk, at(2024, 1, 5)
    )
    kept = Keep(
        organ=justice, kind="笔录", title="询问笔录", retention="archive", file_name="笔录.txt",
        data="笔录".encode(),
    ).perform(personas.clerk, at(2024, 1, 5))  # fmt: skip
    window = window_of(personas, timezone.now())
    outline = occurrence.duty.introduced.outline
    act = publishing(outline.title, text="", origin=Origin(outline=outline), checked=True)
    item = act.perform(personas.coordinator, at(2024, 3, 1))
    OpenDuties(outline=outline, review="已经审查").perform(personas.coordinator, at(2024, 3, 1))
    number = Reserve(justice, "试司", "演示·通知").perform(personas.clerk, timezone.now())
    return World(
        occurrence.duty.introduced, occurrence, measure, draft, case, original, kept.document, number.series,
        window, item,
    )  # fmt: skip


@pytest.fixture
def library(db: None, tmp_path: Path) -> None:
    """A regulation in two editions, and a law under its real name in our own words."""
    assert len(run_import(TEXTS).imported) == 2
    articles = "\n".join(f"第{n}条 示例条文，原文另行导入。\n第二款的示例文字。" for n in range(1, 91))
    law = f"# 中华人民共和国行政复议法\n2023年9月1日修订\n<!-- INFO END -->\n## 第一章 总则\n{articles}"
    (tmp_path / "行政复议法(2023-09-01).md").write_text(law, "utf-8")
    report = run_import(tmp_path)
    assert len(report.imported) == 1, report.skipped
