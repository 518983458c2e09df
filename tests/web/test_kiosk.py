"""A terminal in a hall: large tiles, a way back, and nothing left for the next person."""

import pytest
from django.test import Client
from lxml import html

from tests.web.page import links, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def terminal() -> Client:
    client = Client()
    client.get("/kiosk")
    return client


def test_opening_the_start_makes_a_terminal_until_the_browser_is_closed() -> None:
    cookie = Client().get("/kiosk").cookies["kiosk"]
    assert cookie["max-age"] == ""
    assert cookie["httponly"]


def test_the_start_shows_what_can_be_done_and_no_way_to_the_desk(terminal: Client) -> None:
    page = terminal.get("/kiosk")
    assert {"/calculator", "/statutes"} <= set(links(page))
    assert "/login" not in links(page)
    assert "/login" not in links(terminal.get("/calculator"))


@pytest.mark.parametrize(
    "address", ["/kiosk", "/calculator?from=2024-02-06&rule=recon-apply-60d", "/nowhere"]
)
def test_no_page_of_a_terminal_is_kept(address: str, terminal: Client) -> None:
    assert "no-store" in terminal.get(address)["Cache-Control"]
    assert {"/kiosk", "/kiosk/end"} <= set(links(terminal.get(address)))


def test_without_script_a_page_asks_after_a_while_and_then_ends(terminal: Client) -> None:
    page = terminal.get("/calculator?from=2024-02-06&count=5&unit=month").content.decode()
    asks = html.fromstring(page).xpath("//noscript/meta/@content")
    assert asks == ["240; url=/kiosk/idle?next=%2Fcalculator%3Ffrom%3D2024-02-06%26count%3D5%26unit%3Dmonth"]
    question = terminal.get("/kiosk/idle?next=/calculator%3Ffrom%3D2024-02-06")
    assert "30 秒后清除您填写的内容" in text(question)
    assert "/calculator?from=2024-02-06" in links(question)
    ends = html.fromstring(question.content.decode()).xpath("//noscript/meta/@content")
    assert ends == ["30; url=/kiosk/end"]


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_question_leads_nowhere_else(target: str, terminal: Client) -> None:
    assert target not in links(terminal.get("/kiosk/idle", {"next": target}))


def test_the_end_forgets_person_session_and_choices(clerk: Client) -> None:
    clerk.get("/kiosk")
    for name, value in {"elder": "1", "language": "en", "size": "3"}.items():
        clerk.post("/display", {name: value})
    response = clerk.get("/kiosk/end")
    assert response["Location"] == "/kiosk"
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert clerk.get("/duties")["Location"].startswith("/login")
    start = clerk.get("/kiosk").content.decode()
    assert '<html lang="zh-CN" data-theme="auto" data-kiosk>' in start


def test_on_any_other_device_the_end_forgets_nothing_and_no_page_has_a_time_out(clerk: Client) -> None:
    assert clerk.get("/kiosk/end").status_code == 302
    assert clerk.get("/duties").status_code == 200
    assert "http-equiv" not in clerk.get("/calculator").content.decode()
    assert "data-idle" not in clerk.get("/calculator").content.decode()


def test_in_elder_mode_a_terminal_waits_five_times_as_long(terminal: Client) -> None:
    def idle() -> str:
        return str(
            html.fromstring(terminal.get("/statutes").content.decode()).xpath("//dialog/@data-idle")[0]
        )

    assert idle() == "60"
    terminal.post("/display", {"elder": "1"})
    assert idle() == "300"


def test_the_untouched_start_has_nothing_to_clear_and_does_not_count(terminal: Client) -> None:
    assert "data-idle" not in terminal.get("/kiosk").content.decode()
    terminal.post("/display", {"language": "zh-hant"})
    assert 'data-idle="60"' in terminal.get("/kiosk").content.decode()


def test_staff_make_it_an_ordinary_device_again(terminal: Client) -> None:
    assert terminal.post("/kiosk/leave")["Location"] == "/portal"
    assert "data-kiosk" not in terminal.get("/portal").content.decode()
