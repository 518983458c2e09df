"""What leaves the platform arrives, signed, or is given up and shown to a person."""

import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core import mail

from fazhi.cases.models import Case, Event
from fazhi.fault import Fault
from fazhi.notices import backoff, webhook
from fazhi.notices.actions import Subscribe, deliver, dispatch, drop, end, retry, tell
from fazhi.notices.models import Delivery, Subscription
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from tests.conftest import Personas, at

NOW = at(2026, 7, 7)


class Receiver(BaseHTTPRequestHandler):
    """Another system: keeps what it gets and answers as it is told."""

    got: list[tuple[dict[str, str], bytes]] = []
    status = 204

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Receiver.got.append((dict(self.headers), body))
        self.send_response(Receiver.status)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A receiver on loopback, which the settings allow here."""
    monkeypatch.setattr(settings, "CONFIG", settings.CONFIG.model_copy(update={"private_webhooks": True}))
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    Receiver.got, Receiver.status = [], 204
    yield f"http://127.0.0.1:{server.server_port}/hook?x=1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def subscription(case: Case, personas: Personas, system: str) -> Subscription:
    made = Subscribe(url=system, kinds=(Event.Kind.OPENED,)).perform(personas.coordinator, NOW)
    dispatch(NOW)
    return made


def test_a_call_is_a_signed_cloud_event(subscription: Subscription, case: Case) -> None:
    assert deliver(NOW) == 1
    ((headers, body),) = Receiver.got
    told = json.loads(body)
    assert (told["specversion"], told["type"], told["subject"]) == (
        "1.0",
        "cn.fazhi.case.opened",
        case.number,
    )
    stamp, value = (part.split("=")[1] for part in headers["Fazhi-Signature"].split(","))
    signed = hmac.new(subscription.secret.encode(), stamp.encode() + b"." + body, sha256).hexdigest()
    assert value == signed
    assert deliver(NOW + timedelta(days=1)) == 0


def test_a_refused_call_is_tried_again_later_with_the_same_id(subscription: Subscription) -> None:
    Receiver.status = 500
    assert deliver(NOW) == 0
    row = Delivery.objects.get()
    assert (row.attempts, "notices.E006" in row.error, deliver(NOW)) == (1, True, 0)
    Receiver.status = 200
    assert deliver(row.next_at) == 1
    assert len({json.loads(body)["id"] for _, body in Receiver.got}) == 1


def test_what_never_arrives_is_given_up_and_a_person_decides(
    subscription: Subscription, personas: Personas
) -> None:
    Receiver.status, now = 503, NOW
    for _ in range(backoff.GIVE_UP):
        deliver(now)
        now = Delivery.objects.get().next_at
    row = Delivery.objects.get()
    assert (row.state, row.attempts) == (Delivery.State.DEAD, backoff.GIVE_UP)
    with pytest.raises(Fault, match=r"office\.E001"):
        retry(personas.clerk, row, now)
    retry(personas.coordinator, row, now)
    Receiver.status = 200
    assert deliver(now) == 1
    with pytest.raises(Fault, match=r"notices\.E001"):
        drop(personas.coordinator, Delivery.objects.get())


def test_a_worker_that_died_while_sending_leaves_it_to_the_next(
    subscription: Subscription, monkeypatch: pytest.MonkeyPatch
) -> None:
    def died(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(webhook, "post", died)
        with pytest.raises(KeyboardInterrupt):
            deliver(NOW)
    assert (deliver(NOW), deliver(NOW + timedelta(minutes=5))) == (0, 1)


def test_an_ended_subscription_gets_nothing_new(
    subscription: Subscription, personas: Personas, receiver: Actor
) -> None:
    end(personas.coordinator, subscription, NOW)
    assert Subscription.objects.get().ended_at == NOW


def test_a_mail_says_which_case_and_what(case: Case, chief: Actor) -> None:
    person = Person.objects.get(pk=chief.person_id)
    person.user.email = "chief@example.org"
    person.user.save()
    case.handlers.add(person)
    dispatch(NOW)
    assert deliver(NOW) == Delivery.objects.count() == len(mail.outbox)
    assert case.number in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["Message-ID"].endswith("@fazhi>")
    tell(case.organ, "x", "办法", "有效期将要届满：" + "很长" * 50, "/validity/1", NOW)
    assert deliver(NOW) == 1
    assert mail.outbox[-1].subject.endswith("…（办法）")
    assert "很长" * 50 in mail.outbox[-1].body


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://1.1.1.1/", "notices.E004"),
        ("https://127.0.0.1/", "notices.E005"),
        ("https://10.0.0.8/", "notices.E005"),
        ("https://[::1]/", "notices.E005"),
        ("https://169.254.169.254/latest", "notices.E005"),
        ("https://[::ffff:169.254.169.254]/", "notices.E005"),
        ("https://[64:ff9b::a9fe:a9fe]/", "notices.E005"),
        ("https://[2002:7f00:1::]/", "notices.E005"),
        ("https://[fe80::1]/", "notices.E005"),
        ("https://2130706433/", "notices.E005"),
        ("https://0x7f.1/", "notices.E005"),
        ("https://224.0.0.1/", "notices.E005"),
        ("https://user@1.1.1.1/", "notices.E003"),
        ("ftp://1.1.1.1/", "notices.E003"),
        ("https://1.1.1.1:99999/", "notices.E003"),
        ("https://[::1/", "notices.E003"),
        ("https://例子.测试/", "notices.E003"),
        ("https://1.1.1.1/\n", "notices.E003"),
        ("", "notices.E003"),
        ("https://1.1.1.1/" + "x" * 500, "notices.E003"),
        ("https://nothing.invalid/", "notices.E007"),
    ],
)
def test_an_address_that_must_not_be_called_is_refused(url: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        webhook.check(url)
    assert refused.value.code == code


def test_with_a_list_of_hosts_no_other_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = {"webhook_hosts": frozenset({"1.1.1.1", ".example.org"})}
    monkeypatch.setattr(settings, "CONFIG", settings.CONFIG.model_copy(update=listed))
    assert webhook.check("https://1.1.1.1/hook") == "1.1.1.1"
    for url in ("https://9.9.9.9/", "https://evilexample.org/", "https://1.1.1.1.nip.example/"):
        with pytest.raises(Fault, match=r"notices\.E008"):
            webhook.check(url)


def test_a_name_that_changes_after_the_check_leads_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])
    rows = lambda *_, **__: [(0, 0, 0, "", (next(answers), 443))]  # noqa: E731
    monkeypatch.setattr("socket.getaddrinfo", rows)
    called = []
    monkeypatch.setattr("socket.create_connection", lambda address, _: called.append(address[0]) or 1 / 0)
    url = "https://rebinding.example/"
    connection = webhook.Pinned(urlsplit(url), webhook.check(url))
    with pytest.raises(ZeroDivisionError):
        connection.connect()
    assert called == ["93.184.216.34"]


def test_a_receiver_that_answers_drop_by_drop_is_left(
    subscription: Subscription, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drip(self: Receiver) -> None:
        with suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"H")
                self.wfile.flush()
                time.sleep(0.1)

    monkeypatch.setattr(Receiver, "do_POST", drip)
    monkeypatch.setattr(webhook, "DEADLINE", 0.5)
    begin = time.monotonic()
    assert deliver(NOW) == 0
    assert time.monotonic() - begin < 5
    assert Delivery.objects.get(subscription=subscription).state == Delivery.State.WAITING


def test_a_receiver_that_leads_elsewhere_is_not_followed(subscription: Subscription) -> None:
    Receiver.status = 302
    assert deliver(NOW) == 0
    assert len(Receiver.got) == 1
