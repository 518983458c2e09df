"""评价、投诉 on the web: rated from the page of the own matter, counted for all, answered on the desk."""

import csv
import io
import re

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.portal.actions import Receipt
from fazhi.portal.models import Limit, Rating
from tests.conftest import Personas
from tests.portal.conftest import _nobody_tried_yet, finished, give_post, window_of
from tests.portal.test_complaint import complaints_window
from tests.web.page import text

__all__ = ["_nobody_tried_yet"]
TICKET = re.compile(r'name="ticket" value="([^"]+)"')
BAD = {"level": "dissatisfied", "words": "演示：<b>说不清</b>"}


@pytest.fixture
def done(personas: Personas) -> Receipt:
    window = window_of(personas, timezone.now())
    give_post("receiver", "政务服务评价经办人")
    return finished(window, timezone.now())


def ticket(receipt: Receipt) -> str:
    page = Client().post("/track", {"number": receipt.case.number, "code": receipt.code})
    found = TICKET.search(page.content.decode())
    assert found
    return found[1]


def rated(receipt: Receipt, **changes: str) -> object:
    return Client().post("/track/rate", {"ticket": ticket(receipt), **BAD, **changes})


def test_the_page_of_the_matter_asks_for_a_rating_and_shows_it_then(done: Receipt) -> None:
    page = text(Client().post("/track", {"number": done.case.number, "code": done.code}))
    assert "评价这次服务" in page
    response = rated(done)
    assert response.status_code == 200  # type: ignore[attr-defined]
    said = text(response)  # type: ignore[arg-type]
    assert "您的评价" in said
    assert "登记差评" in said
    assert "评价这次服务" not in said
    assert "说不清" not in said
    assert "no-store" in response["Cache-Control"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"level": ""}, 400, "data-error-summary"),
        ({"level": "bad"}, 400, "data-error-summary"),
        ({"words": "长" * 1001}, 400, "data-error-summary"),
        ({"ticket": "x"}, 400, "portal.E410"),
    ],
)
def test_bad_input_is_said_and_nothing_is_kept(
    done: Receipt, changes: dict[str, str], status: int, code: str
) -> None:
    response = rated(done, **changes)
    assert response.status_code in (status, 410)  # type: ignore[attr-defined]
    assert code in response.content.decode()  # type: ignore[attr-defined]
    assert not Rating.objects.exists()


def test_a_second_rating_is_refused(done: Receipt) -> None:
    given = ticket(done)
    rated(done)
    again = Client().post("/track/rate", {"ticket": given, "level": "satisfied"})
    assert again.status_code == 409
    assert "portal.E011" in text(again)
    assert Client().get("/track/rate").status_code == 405


def test_the_counts_are_for_everybody_and_the_same_everywhere(done: Receipt) -> None:
    assert "还没有评价" in text(Client().get("/ratings"))
    rated(done)
    page = text(Client().get("/ratings"))
    assert "含演示数据" in page
    assert "区司法局" in page
    assert "说不清" not in page
    (line,) = Client().get("/ratings/file.json").json()["organs"]
    assert (line["organ"], line["dissatisfied"], line["bad"], line["settled"]) == ("justice", 1, 1, 0)
    year = f"{timezone.localdate():%Y}"
    assert Client().get(f"/api/v1/ratings?period={year}").json()["organs"] == [line]
    assert Client().get("/api/v1/ratings?period=1999").json()["organs"] == []
    heads, row = csv.reader(io.StringIO(Client().get("/ratings/file.csv").content.decode("utf-8-sig")))
    assert dict(zip(heads, row, strict=True))["差评"] == "1"


@pytest.mark.parametrize("address", ["/ratings", "/ratings/file.csv", "/api/v1/ratings"])
def test_a_period_that_is_none_is_refused_with_its_code(db: None, address: str) -> None:
    response = Client().get(f"{address}?period=2026-13")
    assert response.status_code == 400
    assert "portal.E017" in response.content.decode()
    assert Client().get("/ratings/file.exe").status_code == 404


def test_the_desk_shows_each_person_what_they_may_see(
    done: Receipt, clerk: Client, street: Client, stranger: Client, leader: Client
) -> None:
    rated(done)
    number = done.case.number
    assert number in text(clerk.get("/feedback"))
    assert number not in text(street.get("/feedback"))
    assert stranger.get("/feedback").status_code == 403
    assert "不倒计时" in text(leader.get("/feedback"))
    assert "本地期限" not in text(clerk.get("/feedback"))


def test_a_leader_answers_for_the_office(leader: Client, clerk: Client) -> None:
    organ = re.search(r'<option value="(\d+)"', leader.get("/feedback").content.decode())
    assert organ
    given = {
        "organ": organ[1],
        "step": "rectify_by",
        "amount": "9",
        "unit": "working-day",
        "source": "演示文件",
    }
    assert clerk.post("/feedback", given).status_code == 400
    assert leader.post("/feedback", {**given, "source": ""}).status_code == 400
    assert leader.post("/feedback", {**given, "amount": "0"}).status_code == 400
    assert not Limit.objects.exists()
    assert leader.post("/feedback", given).status_code == 302
    assert "演示文件" in text(leader.get("/feedback"))


def test_a_complaint_has_a_page_of_its_own_and_is_tracked(personas: Personas, leader: Client) -> None:
    assert "现在没有网上受理" in text(Client().get("/complain"))
    window = complaints_window(personas)
    assert "区司法局" in text(Client().get("/complain"))
    assert f"/apply/{window.pk}" not in Client().get("/apply").content.decode()
    form = Client().get(f"/apply/{window.pk}")
    assert "身份证明号码" not in text(form)
    key = re.search(r'name="key" value="([0-9a-f]{32})"', form.content.decode())
    assert key
    given = {"key": key[1], "fact-kind": "report", "fact-matter": "演示：某事"}
    assert Client().post(f"/apply/{window.pk}", {**given, "fact-kind": ""}).status_code == 400
    unnamed = Client().post(f"/apply/{window.pk}", {**given, "phone": "00000000000"})
    assert "portal.E016" in text(unnamed)
    assert not Case.objects.exists()
    receipt = Client().post(f"/apply/{window.pk}", given)
    assert "投诉举报回执" in text(receipt)
    code = re.search(r'<b class="num">([0-9A-Z-]{14})</b>', receipt.content.decode())
    assert code
    number = Case.objects.get().number
    assert "提出投诉举报" in text(Client().post("/track", {"number": number, "code": code[1]}))
    assert number not in text(leader.get("/feedback"))
