"""The desk of normative documents: what each persona sees and does, and what nobody can cheat."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.models import Advance, Answer, Campaign, Document, Finding, Record
from tests.chapters.decisions.validity import people
from tests.chapters.decisions.validity.people import cells, change, endless, entered
from tests.chapters.decisions.validity.test_check import list_citing
from tests.chapters.decisions.validity.test_register import sheet
from tests.conftest import at
from tests.web.conftest import logged_in
from tests.web.page import links, text

YESTERDAY = timezone.localdate() - timedelta(days=1)
SOON = (timezone.localdate() + timedelta(days=20)).isoformat()


@pytest.fixture
def clerk(db: None) -> Client:
    people.establish_all()
    return logged_in("clerk")


@pytest.fixture
def coordinator(clerk: Client) -> Client:
    assert clerk
    return logged_in("coordinator")


def test_a_clerk_enters_a_document_and_corrects_it(clerk: Client) -> None:
    bad = clerk.post("/validity/new", cells(valid_until="", address="gov"))
    assert bad.status_code == 400
    assert "validity.E012" in text(bad)
    assert "validity.E016" in text(bad)
    assert 'value="窗口服务办法"' in bad.content.decode()
    assert not Document.objects.exists()
    done = clerk.post("/validity/new", cells(), follow=True)
    assert "已登记窗口服务办法（试司规〔2024〕1号）" in text(done)
    row = Document.objects.get()
    page = clerk.get(f"/validity/{row.pk}/correct").content.decode()
    assert "2026-03-01" in page
    given = cells(name="窗口服务规定") | {"expected": "1", "reason": ""}
    assert "validity.E017" in text(clerk.post(f"/validity/{row.pk}/correct", given))
    done = clerk.post(f"/validity/{row.pk}/correct", {**given, "reason": "名称抄错"}, follow=True)
    assert "更正登记" in text(done)
    assert Document.objects.get().name == "窗口服务规定"
    assert "validity.E409" in text(clerk.post(f"/validity/{row.pk}/correct", {**given, "reason": "x"}))


def test_a_decision_is_recorded_by_who_may_and_shown_with_its_maker(
    clerk: Client, coordinator: Client
) -> None:
    row = endless("甲〔2021〕1号")
    given = {
        "kind": "abolish",
        "effective_on": YESTERDAY.isoformat(),
        "reason": "常务会议决定",
        "expected": "1",
    }
    assert clerk.post(f"/validity/{row.pk}/change", given).status_code == 403
    assert "记录决定" not in text(clerk.get(f"/validity/{row.pk}"))
    assert "validity.E022" in text(
        coordinator.post(f"/validity/{row.pk}/change", {**given, "effective_on": ""})
    )
    page = text(coordinator.post(f"/validity/{row.pk}/change", given, follow=True))
    assert f"废止 自 {YESTERDAY} 起" in page
    assert "演示·统筹员甲" in page
    assert "记录决定" not in page


def test_a_list_is_reported_on_row_by_row_before_anything_is_kept(clerk: Client) -> None:
    data = sheet(cells("试司规〔2020〕1号"), cells("试司规〔2020〕2号", organ="东街道"))
    file = SimpleUploadedFile("目录.csv", data)
    page = clerk.post("/validity/import", {"file": file}, follow=True)
    assert "有问题的 1 行" in text(page)
    assert "validity.E027" in text(page)
    assert not Document.objects.exists()
    (address,) = re.findall(r'action="(/validity/uploads/\d+/keep)"', page.content.decode())
    assert "validity.E025" in text(clerk.post(address))
    assert "已登记1件" in text(clerk.post(address, {"partial": "on"}, follow=True))
    assert clerk.get(address.removesuffix("/keep")).status_code == 404
    broken = SimpleUploadedFile("目录.xlsx", b"PK\x03\x04")
    assert "registers.E002" in text(clerk.post("/validity/import", {"file": broken}))
    assert clerk.get("/validity/template.xlsx").content.startswith(b"PK")


def test_findings_reach_the_office_and_are_settled_with_a_reason(clerk: Client, coordinator: Client) -> None:
    entered(basis="", valid_until=YESTERDAY.isoformat())
    actions.Inspect().perform(timezone.now())
    assert "有效期已经届满" in text(clerk.get("/inbox"))
    assert "有效期已经届满" not in text(logged_in("street").get("/inbox"))
    row = Finding.objects.get()
    assert "窗口服务办法" in text(clerk.get("/validity/findings?mine=1&kind=expired"))
    assert "没有这类发现" in text(clerk.get("/validity/findings?kind=basis"))
    given = {"outcome": "handled", "reason": "已经公布失效"}
    assert logged_in("street").post(f"/validity/findings/{row.pk}/settle", given).status_code == 403
    page = clerk.post(f"/validity/findings/{row.pk}/settle", {**given, "outcome": "", "reason": "写了一半"})
    assert page.status_code == 400
    assert "写了一半" in text(page)
    clerk.post(f"/validity/findings/{row.pk}/settle", given)
    assert "已经公布失效" in text(clerk.get("/validity/findings?show=settled"))
    assert "没有这类发现" in text(clerk.get("/validity/findings?mine=1"))
    assert "validity.E042" in text(coordinator.post(f"/validity/findings/{row.pk}/settle", given))


def test_the_early_reminder_is_undetermined_until_a_coordinator_says(
    clerk: Client, coordinator: Client
) -> None:
    assert "尚未确定" in text(clerk.get("/validity"))
    given = {"days": "30", "reason": "区司法局通知"}
    assert clerk.post("/validity/advance", given).status_code == 403
    assert coordinator.post("/validity/advance", {**given, "days": "x"}).status_code == 400
    assert "提前 30 天提醒" in text(coordinator.post("/validity/advance", given, follow=True))
    assert Advance.objects.count() == 1
    assert "尚未确定" not in text(clerk.get("/validity"))


def launch(client: Client, **changes: str) -> Any:
    today = timezone.localdate().isoformat()
    given = {"title": "年度清理", "note": "逐件提出结论", "as_of": today, "due": SOON}
    return client.post("/validity/campaigns", {**given, **changes}, follow=True)


def test_a_clean_up_goes_from_its_scope_to_its_published_results(clerk: Client, coordinator: Client) -> None:
    for n in (1, 2):
        endless(f"试司规〔2021〕{n}号", name=f"办法{n}", basis="")
    assert launch(clerk).status_code == 403
    assert "validity.E033" in text(launch(coordinator, due="2020-01-01"))
    assert "范围内有2件文件" in text(launch(coordinator))
    row = Campaign.objects.get()
    assert "还有 2 件文件没有提出结论" in text(clerk.get("/inbox"))
    one, two = row.items.order_by("pk")
    page = clerk.post(f"/validity/items/{one.pk}/answer", {"decision": "keep", "reason": ""})
    assert page.status_code == 400
    assert "validity.E035" in text(page)
    clerk.post(f"/validity/items/{one.pk}/answer", {"decision": "keep", "reason": "仍需执行"})
    given = {"effective_on": SOON, "text": "清理结果"}
    assert clerk.post(f"/validity/campaigns/{row.pk}/publish", given).status_code == 403
    refused = text(coordinator.post(f"/validity/campaigns/{row.pk}/publish", given))
    assert "validity.E030" in refused
    assert "办法2（试司规〔2021〕2号）" in refused
    clerk.post(f"/validity/items/{two.pk}/answer", {"decision": "abolish", "reason": "已无必要"})
    done = coordinator.post(f"/validity/campaigns/{row.pk}/publish", given, follow=True)
    assert f"/normative-documents/clean-ups/{row.pk}" in links(done)
    assert "没有结论0 件" in text(done)
    assert Document.objects.get(name="办法2").ended_on == date.fromisoformat(SOON)
    assert "validity.E037" in text(
        clerk.post(f"/validity/items/{two.pk}/answer", {"decision": "keep", "reason": "x"})
    )


def test_a_campaign_is_withdrawn_with_a_reason(coordinator: Client) -> None:
    endless("试司规〔2021〕1号", basis="")
    launch(coordinator)
    address = f"/validity/campaigns/{Campaign.objects.get().pk}/withdraw"
    assert "validity.E038" in text(coordinator.post(address, {"text": ""}))
    assert "撤销清理" in text(coordinator.post(address, {"text": "范围有误"}, follow=True))
    assert not Answer.objects.exists()


def test_the_yearly_list_has_what_was_made_amended_and_abolished(clerk: Client) -> None:
    old = endless("甲〔2020〕1号", name="旧办法", published_on="2020-05-06")
    endless("甲〔2021〕1号", name="新办法", issuer="东街道办事处")
    change(old, Record.Kind.ABOLISH, date(2021, 12, 1))
    page = text(clerk.get("/validity/year?year=2021"))
    assert "2022-01-31" in page
    assert "第五十条" in page
    assert page.index("新办法") < page.index("旧办法")
    assert "旧办法" not in text(clerk.get("/validity/year?year=2021&issuer=东街道办事处"))
    assert clerk.get("/validity/year.xlsx?year=2021").content.startswith(b"PK")
    assert clerk.get("/validity/year?year=abc").status_code == 200


def test_an_entry_that_rests_on_an_ended_document_is_shown_at_the_basis_audit(clerk: Client) -> None:
    row = endless("试司规〔2021〕1号", basis="")
    list_citing("试司规〔2021〕1号")
    register = next(one for one in links(clerk.get("/registers")) if re.fullmatch(r"/registers/\d+", one))
    assert "引用了不再有效的规范性文件" not in text(clerk.get(f"{register}/audit"))
    change(row, Record.Kind.ABOLISH, date(2026, 2, 1))
    assert "引用了不再有效的规范性文件" in text(clerk.get(f"{register}/audit"))


def test_a_case_is_named_only_to_who_may_see_it(clerk: Client) -> None:
    case = people.published()
    actions.Gather().perform(timezone.now())
    address = f"/validity/{Document.objects.get().pk}"
    assert f"案件 {case.number}" in text(clerk.get(address))
    page = logged_in("street").get(address)
    assert "制定这份文件的案件中办理" in text(page)
    assert case.number not in page.content.decode()


def test_a_stranger_sees_the_public_pages_only(clerk: Client) -> None:
    row = entered()
    actions.upload(people.actor("clerk"), "目录.csv", sheet(cells("乙〔2020〕1号")), at(2026, 1, 5))
    get_user_model().objects.create_user("stranger")
    stranger, street = logged_in("stranger"), logged_in("street")
    for path in (
        "",
        "/new",
        "/import",
        "/findings",
        "/campaigns",
        "/year",
        f"/{row.pk}",
        f"/{row.pk}/correct",
    ):
        assert stranger.get(f"/validity{path}").status_code == 403, path
        assert Client().get(f"/validity{path}")["Location"].startswith("/login"), path
    assert stranger.get(f"/normative-documents/{row.pk}").status_code == 200
    assert street.get("/validity/uploads/1").status_code in (403, 404)
    assert street.get(f"/validity/{row.pk}/correct").status_code == 403
    assert logged_in("auditor").get("/validity/import").status_code == 403
    assert clerk.get("/validity/999").status_code == 404
