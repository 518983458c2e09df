"""What happens at the door is on record for good, and only the auditors read it."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, transaction
from django.test import Client
from openpyxl import load_workbook

from fazhi.identity.models import Event
from tests.conftest import Personas
from tests.identity.conftest import PASSWORD, entered, try_to_enter, with_password
from tests.web.page import text


def kinds() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("kind", flat=True))


@pytest.mark.usefixtures("personas")
def test_each_event_leaves_one_record() -> None:
    with_password("clerk")
    client = Client()
    try_to_enter(client, "clerk", "不对")
    try_to_enter(client, "clerk", PASSWORD)
    client.post(
        "/password",
        {
            "old_password": PASSWORD,
            "new_password1": "新口令-2026-乙丙丁",
            "new_password2": "新口令-2026-乙丙丁",
        },
    )
    client.post("/logout")
    assert kinds() == ["failure", "success", "password", "log-out"]
    assert {event.user.get_username() for event in Event.objects.all() if event.user} == {"clerk"}


@pytest.mark.usefixtures("personas")
def test_a_log_out_without_a_log_in_leaves_none() -> None:
    Client().post("/logout")
    assert kinds() == []


@pytest.mark.usefixtures("personas")
def test_a_lock_is_on_record_with_its_person() -> None:
    with_password("clerk")
    for _ in range(7):
        try_to_enter(Client(), "clerk", "不对")
    assert kinds() == ["failure"] * 4 + ["locked"] * 3
    assert Event.objects.filter(kind="locked", user__username="clerk").count() == 3


@pytest.mark.usefixtures("personas")
@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_record(change: str) -> None:
    entered("clerk")
    rows = Event.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(detail="改写") if change == "update" else rows.delete()
    assert Event.objects.get().detail == "密码"


def test_auditors_alone_read_the_record(personas: Personas) -> None:
    for login in ("coordinator", "clerk", "leader"):
        client = entered(login)
        assert client.get("/audit/log-ins").status_code == 403
        assert client.get("/audit/log-ins.xlsx").status_code == 403
        assert "登录审计" not in client.get("/account/sessions").content.decode()
    auditor = entered("auditor")
    assert "演示·承办人甲" in text(auditor.get("/audit/log-ins"))
    assert 'href="/audit/log-ins"' in auditor.get("/account/sessions").content.decode()


def test_the_record_is_found_by_person_kind_address_and_day(personas: Personas) -> None:
    entered("clerk", REMOTE_ADDR="10.1.2.3")
    try_to_enter(Client(), "leader", "不对")
    page = entered("auditor").get
    assert "演示·负责人甲" not in text(page("/audit/log-ins?q=承办人"))
    assert "演示·承办人甲" in text(page("/audit/log-ins?q=10.1.2.3"))
    assert "演示·承办人甲" not in text(page("/audit/log-ins?kind=failure"))
    assert "演示·负责人甲" in text(page("/audit/log-ins?kind=failure&since=2020-01-01"))
    assert "没有符合条件的记录" in text(page("/audit/log-ins?until=2020-01-01"))


@pytest.mark.usefixtures("personas")
@pytest.mark.parametrize("query", ["since=2026-13-45", "kind=x", "q=%00", "page=x", "since=x&until=y"])
def test_a_wrong_filter_is_not_asked(query: str) -> None:
    assert entered("auditor").get(f"/audit/log-ins?{query}").status_code == 200


def test_the_file_holds_what_the_page_shows_and_no_formula(personas: Personas) -> None:
    entered("clerk")
    get_user_model().objects.filter(username="clerk").update(username="=1+1")
    response = entered("auditor").get("/audit/log-ins.xlsx?q=承办人甲")
    sheet = load_workbook(io.BytesIO(response.content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2))
    assert [cell.value for cell in rows[0]][1:5] == ["登录成功", "=1+1", "演示·承办人甲", "127.0.0.1"]
    assert rows[0][2].data_type == "s"
    assert len(rows) == 1
