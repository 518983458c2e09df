"""我的事项: a session of its own for whoever holds the code; nobody else sees anything of it."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from lxml import html

from fazhi.identity.models import Event
from fazhi.portal.actions import Receipt
from fazhi.portal.models import Account, Application, Belonging, Entry, OneTimeCode, Window
from fazhi.portal.throttle import ASKED, ENTERING
from tests.chapters.decisions.consultation import people
from tests.conftest import Personas
from tests.portal.conftest import KNOWN, WORDS, _nobody_tried_yet, application, window_of
from tests.portal.outbox import PATH, Outbox, last
from tests.portal.test_complaint import complaints_window
from tests.web import test_consultations, test_hearings
from tests.web.conftest import logged_in
from tests.web.page import links, text

__all__ = ["_nobody_tried_yet"]
PHONE, OTHER, MAIL = "13800000001", "13900000002", "someone@example.org"
TOKEN = re.compile(r'(csrfmiddlewaretoken" value=|name="(?:ticket|shown)" value=)"[^"]*"')
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _outbox(settings: LazySettings) -> Iterator[None]:
    settings.CONFIG = settings.CONFIG.model_copy(update={"code_phone": PATH, "code_mail": PATH})
    Outbox.sent, Outbox.fails = [], False
    cache.clear()
    yield
    cache.clear()
    Outbox.sent, Outbox.fails = [], False


def hidden(page: object) -> dict[str, str]:
    """The form of the page that asks for the code."""
    form = html.fromstring(page.content.decode()).xpath("//form[@action='/mine/code']")[0]  # type: ignore[attr-defined]
    return {name: form.fields[name] for name in ("contact", "ticket")}


def entered(who: str = PHONE, client: Client | None = None) -> Client:
    client = client or Client()
    form = hidden(client.post("/mine/enter", {"contact": who}))
    assert client.post("/mine/code", {**form, "code": last()})["Location"] == "/mine"
    return client


@pytest.fixture
def window(personas: Personas) -> Window:
    return window_of(personas, timezone.now())


@pytest.fixture
def receipt(window: Window) -> Receipt:
    return application(window).perform(timezone.now())


def applied(client: Client, window: Window) -> object:
    page = html.fromstring(client.get(f"/apply/{window.pk}").content.decode())
    key = page.xpath("//input[@name='key']/@value")[0]
    facts = {f"fact-{name}": value for name, value in WORDS.items()}
    return client.post(f"/apply/{window.pk}", {**KNOWN, **facts, "key": key})


def test_the_page_asks_for_a_contact_and_says_that_nobody_needs_to() -> None:
    page = Client().get("/mine")
    assert "不登录也可以办" in text(page)
    assert {"/apply", "/track"} <= set(links(page))
    assert "/mine" in links(Client().get("/portal"))
    assert "/mine" in links(Client().get("/kiosk"))
    wrong = Client().post("/mine/enter", {"contact": "022-12345678"})
    assert (wrong.status_code, "portal.E020" in text(wrong)) == (400, True)
    assert "022-12345678" in wrong.content.decode()
    assert "这个字段是必填项" in text(Client().post("/mine/enter", {"contact": ""}))


def test_whoever_is_known_the_answer_is_the_same() -> None:
    entered()
    answers = [Client().post("/mine/enter", {"contact": one}) for one in (PHONE, "13800010001")]
    known, unknown = (TOKEN.sub("", one.content.decode()).replace("13800010001", PHONE) for one in answers)
    assert "138****0001" in known
    assert known == unknown


def test_the_code_opens_a_session_under_a_new_key_that_ends_by_a_button() -> None:
    client = Client()
    client.get("/kiosk")
    client.cookies["sessionid"] = "planted-by-somebody-else"
    entered(client=client)
    cookie = client.cookies["sessionid"]
    assert cookie.value != "planted-by-somebody-else"
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")
    page = client.get("/mine")
    assert "138****0001" in text(page)
    assert PHONE not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "no-store" in client.get("/portal")["Cache-Control"]
    before = client.cookies["sessionid"].value
    entered(OTHER, client)
    assert client.cookies["sessionid"].value != before
    assert Entry.objects.count() == 1
    assert client.post("/mine/leave")["Location"] == "/portal"
    assert "获取验证码" in text(client.get("/mine"))
    assert not Entry.objects.exists()


def test_a_wrong_code_is_asked_again_and_a_used_one_opens_nothing() -> None:
    client = Client()
    form = hidden(client.post("/mine/enter", {"contact": PHONE}))
    right = {**form, "code": last()}
    wrong = client.post("/mine/code", {**form, "code": "abcdef"})
    assert (wrong.status_code, "portal.E023" in text(wrong)) == (400, True)
    assert hidden(wrong) == form
    assert client.post("/mine/code", {**form, "code": ""}).status_code == 400
    assert client.post("/mine/code", {"contact": "x"}).status_code == 400
    assert client.post("/mine/code", right).status_code == 302
    assert "portal.E023" in text(Client().post("/mine/code", right))
    assert client.get("/mine/enter")["Location"] == "/mine"


def test_codes_are_throttled_for_a_contact_and_wrong_ones_for_an_address() -> None:
    for number in range(ASKED.most):
        at = f"10.1.0.{number}"
        assert Client().post("/mine/enter", {"contact": PHONE}, REMOTE_ADDR=at).status_code == 200
    refused = Client().post("/mine/enter", {"contact": f"+86 {PHONE}"}, REMOTE_ADDR="10.2.0.1")
    assert (refused.status_code, "portal.E429" in text(refused)) == (429, True)
    assert len(Outbox.sent) == ASKED.most
    form = hidden(Client().post("/mine/enter", {"contact": OTHER}))
    for _ in range(ENTERING.most):
        Client().post("/mine/code", {**form, "code": "x"})
    assert Client().post("/mine/code", {**form, "code": last()}).status_code == 429


@pytest.mark.parametrize(("field", "setting"), [("seen", "idle"), ("since", "session")])
def test_it_ends_when_idle_and_when_old(field: str, setting: str, settings: LazySettings) -> None:
    client = entered()
    minutes = getattr(settings.CONFIG, f"public_{setting}_minutes")
    Entry.objects.update(**{field: timezone.now() - timedelta(minutes=minutes - 1)})
    assert "138****0001" in text(client.get("/mine"))
    Entry.objects.update(**{field: timezone.now() - timedelta(minutes=minutes + 1)})
    assert "获取验证码" in text(client.get("/mine"))
    assert not Entry.objects.exists()
    assert Event.objects.filter(kind="expired", user=None).count() == 1


def test_an_official_and_a_citizen_do_not_mix(clerk: Client) -> None:
    assert "portal.E024" in text(clerk.get("/mine"))
    assert clerk.post("/mine/enter", {"contact": PHONE}).status_code == 409
    assert clerk.post("/mine/code", {"contact": PHONE}).status_code == 409
    assert not OneTimeCode.objects.exists()
    both = entered()
    assert both.get("/duties")["Location"].startswith("/login")
    both.force_login(get_user_model().objects.get(username="clerk"))
    assert "portal.E024" in text(both.get("/mine"))
    assert not Entry.objects.exists()
    assert both.get("/duties").status_code == 200


def test_what_is_applied_for_is_listed_and_opens_without_number_and_code(window: Window) -> None:
    client = entered()
    form = html.fromstring(client.get(f"/apply/{window.pk}").content.decode())
    assert form.xpath("//input[@name='phone']/@value") == [PHONE]
    assert "我的事项" in text(applied(client, window))
    row = Belonging.objects.get()
    page = client.get("/mine")
    number = Application.objects.get().case.number
    assert number in text(page)
    assert f"/mine/{row.pk}" in links(page)
    assert "提出申请" in text(client.get(f"/mine/{row.pk}"))
    again = text(applied(Client(), window))
    assert "我的事项" not in again
    assert Belonging.objects.count() == 1


def test_the_form_of_a_complaint_is_not_filled(personas: Personas) -> None:
    window = complaints_window(personas)
    assert PHONE not in entered().get(f"/apply/{window.pk}").content.decode()


def test_nobody_else_opens_it(receipt: Receipt, clerk: Client) -> None:
    owner, other, stranger = entered(), entered(OTHER), Client()
    given = {"number": receipt.case.number, "code": receipt.code}
    assert owner.post("/mine/add", given)["Location"] == "/mine"
    address = f"/mine/{Belonging.objects.get().pk}"
    assert owner.get(address).status_code == 200
    assert other.get(address).status_code == 404
    assert receipt.case.number not in text(other.get("/mine"))
    for nobody in (stranger, clerk):
        assert nobody.get(address)["Location"] == "/mine"
        assert nobody.post("/mine/add", given)["Location"] == "/mine"
        assert nobody.get("/mine/close")["Location"] == nobody.post("/mine/close")["Location"] == "/mine"
    assert Account.objects.count() == 2
    wrong = owner.post("/mine/add", {**given, "code": "222222222222"})
    assert (wrong.status_code, "portal.E025" in text(wrong)) == (404, True)
    assert owner.post("/mine/add", {}).status_code == 400


def test_a_comment_and_a_registration_are_listed_and_answered_for() -> None:
    people.establish_all()
    asked, held = test_consultations.begin(), test_hearings.begin()
    client = entered(MAIL)
    assert f'value="{MAIL}"' in client.get(f"/consultations/{asked.pk}").content.decode()
    assert "我的事项" in text(test_consultations.send(asked, client))
    assert f'value="{MAIL}"' in client.get(f"/hearings/{held.pk}").content.decode()
    fields = {**test_hearings.FIELDS, "confirmed": "on", "key": "k2"}
    assert "我的事项" in text(client.post(f"/hearings/{held.pk}/registrations", fields))
    page = text(client.get("/mine"))
    assert "征求意见截止" in page
    assert "报名截止" in page
    registration, comment = Belonging.objects.all()
    assert "夜间以外也应当免费" in text(client.get(f"/mine/{comment.pk}"))
    opened = client.get(f"/mine/{registration.pk}")
    assert f'action="/mine/{registration.pk}"' in opened.content.decode()
    assert "已经撤回报名" in text(client.post(f"/mine/{registration.pk}", {"do": "withdraw"}))
    refused = client.post(f"/mine/{registration.pk}", {"do": "object"})
    assert (refused.status_code, "hearing.E003" in text(refused)) == (400, True)
    assert "已撤回报名" in text(client.get("/mine"))
    late = entered(OTHER)
    number, code = test_consultations.code(test_consultations.send(asked, key="k3", text="再少一些"))
    assert late.post("/mine/add", {"number": number, "code": code}).status_code == 302


def test_closing_says_what_goes_and_what_stays(window: Window) -> None:
    client = entered()
    receipt = text(applied(client, window))
    assert "依法办理和保存" in text(client.get("/mine/close"))
    assert Account.objects.count() == 1
    assert "账户已经注销" in text(client.post("/mine/close"))
    assert not Account.objects.exists()
    assert "获取验证码" in text(client.get("/mine"))
    assert Application.objects.get().case.number in receipt


def test_on_a_terminal_it_ends_with_the_terminals_end() -> None:
    terminal = Client()
    terminal.get("/kiosk")
    entered(client=terminal)
    terminal.get("/kiosk/end")
    assert not Entry.objects.exists()
    assert "获取验证码" in text(terminal.get("/mine"))


@pytest.mark.usefixtures("personas")
def test_auditors_see_that_the_public_entered_and_not_who() -> None:
    entered()
    auditor = logged_in("auditor")
    page = text(auditor.get("/audit/log-ins"))
    assert "公众登录" in page
    assert "无此用户" not in page
    assert PHONE not in page


def test_all_that_the_account_holds_can_be_taken_along_by_its_owner_alone(window: Window) -> None:
    client = entered()
    applied(client, window)
    answer = client.get("/mine/data.json")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]
    told = answer.json()
    assert told["contact"] == {"kind": "phone", "value": PHONE}
    assert len(told["open_log_ins"]) == 1
    (matter,) = told["matters"]
    assert matter["number"] == Application.objects.get().case.number
    assert entered(OTHER).get("/mine/data.json").json()["matters"] == []
    assert Client().get("/mine/data.json")["Location"] == "/mine"
    assert 'href="/mine/data.json"' in client.get("/mine").content.decode()
