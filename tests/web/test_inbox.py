"""A person finds what they were told, and marks it as read; coordinators mind what leaves the platform."""

import pytest
from django.test import Client

from fazhi.cases.models import Case, Event
from fazhi.notices.actions import Subscribe, dispatch, ring, tell
from fazhi.notices.models import Delivery, Notice, Subscription
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from tests.cases.conftest import opening, person, receive
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text

LATE = at(2026, 8, 4)


@pytest.fixture
def case(personas: Personas) -> Case:
    """A request that nobody replied to in time."""
    receiver: Actor = person("receiver")
    row = opening().perform(receiver, at(2026, 7, 6))
    receive(row, receiver)
    ring(LATE)
    dispatch(LATE)
    return row


def test_an_empty_inbox_says_so(personas: Personas) -> None:
    assert "还没有消息" in text(logged_in("clerk").get("/inbox"))


def test_a_late_clock_is_in_the_inbox_until_it_is_read(case: Case) -> None:
    desk = logged_in("receiver")
    response = desk.get("/inbox")
    assert "已于 2026-08-03 到期，尚未办理" in text(response)
    assert "条未读" in response.content.decode()
    notice = Notice.objects.get(person__user__username="receiver")
    assert desk.post("/inbox/read", {"notice": notice.pk}).status_code == 302
    assert "条未读" not in desk.get("/inbox").content.decode()


def test_what_is_told_to_an_organ_leads_to_its_page_and_is_told_once(case: Case) -> None:
    justice = Organ.objects.get(code="justice")
    for _ in range(2):
        tell(justice, "validity:1", "窗口服务\n办法", "有效期将要届满：请决定", "/validity/1", LATE)
    response = logged_in("clerk").get("/inbox")
    assert text(response).count("有效期将要届满：请决定") == 1
    assert '<a href="/validity/1">窗口服务 办法</a>' in response.content.decode()
    assert "有效期将要届满" not in text(logged_in("street").get("/inbox"))


def test_all_are_read_at_once_and_only_ones_own(case: Case) -> None:
    logged_in("clerk").post("/inbox/read")
    assert unread() == {"receiver", "leader", "chief"}
    logged_in("receiver").post("/inbox/read")
    assert unread() == {"leader", "chief"}


def unread() -> set[str]:
    return {n.person.user.get_username() for n in Notice.objects.filter(read_at=None)}


@pytest.fixture
def desk(personas: Personas) -> Client:
    return logged_in("coordinator")


def test_a_subscription_shows_its_secret_once(desk: Client) -> None:
    made = desk.post("/webhooks", {"url": "https://1.1.1.1/hook", "kinds": ["case.opened"]})
    secret = Subscription.objects.get().secret
    assert secret in text(made)
    assert secret not in text(desk.get("/webhooks"))


def test_a_wrong_address_is_said_and_kept_in_the_form(desk: Client) -> None:
    response = desk.post("/webhooks", {"url": "https://127.0.0.1/", "organ": "x"})
    assert response.status_code == 400
    assert "notices.E005" in text(response)
    assert "https://127.0.0.1/" in response.content.decode()


def test_a_failed_delivery_is_sent_again_or_dropped(case: Case, personas: Personas, desk: Client) -> None:
    subscription = Subscribe(url="https://1.1.1.1/").perform(personas.coordinator, LATE)
    first, second = Event.objects.all()[:2]
    rows = [
        Delivery.objects.create(event=e, subscription=subscription, state="dead", next_at=LATE, error="演示")
        for e in (first, second)
    ]
    assert "2 件" in text(desk.get("/webhooks"))
    assert desk.post(f"/deliveries/{rows[0].pk}", {"once_more": "1"}).status_code == 302
    assert desk.post(f"/deliveries/{rows[1].pk}").status_code == 302
    assert sorted(d.state for d in Delivery.objects.all()) == ["dropped", "waiting"]
    assert desk.post(f"/deliveries/{rows[1].pk}").status_code == 400


def test_a_coordinator_finds_the_subscriptions_from_the_inbox(desk: Client) -> None:
    assert "事件订阅" in text(desk.get("/inbox"))
    assert "事件订阅" not in text(logged_in("clerk").get("/inbox"))


def test_a_subscription_is_ended(personas: Personas, desk: Client) -> None:
    made = Subscribe(url="https://1.1.1.1/").perform(personas.coordinator, LATE)
    desk.post(f"/webhooks/{made.pk}/end")
    assert "已停用" in text(desk.get("/webhooks"))


@pytest.mark.parametrize("login", ["clerk", "leader", "auditor"])
def test_only_coordinators_mind_what_leaves(personas: Personas, login: str) -> None:
    assert logged_in(login).get("/webhooks").status_code == 403
