"""How a code leaves: to the console for trials, by mail, by a signed call; nonsense fails at the start."""

import hmac
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import mail

from fazhi import config
from fazhi.fault import Fault
from fazhi.portal import sender
from fazhi.portal.actions import AskCode
from fazhi.portal.contact import Contact, Kind
from fazhi.portal.models import OneTimeCode
from tests.notices.test_deliver import Receiver, system
from tests.portal.conftest import NOW
from tests.portal.outbox import PATH

__all__ = ["system"]
PHONE, MAIL = Contact(Kind.PHONE, "13800000001"), Contact(Kind.MAIL, "someone@example.org")


def configure(settings: LazySettings, **values: object) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update=values)


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "gateway"
    file.write_text("agreed\n", "utf-8")
    return file


def test_the_console_is_the_default_and_shows_no_whole_contact(capsys: pytest.CaptureFixture[str]) -> None:
    way = sender.sender(Kind.PHONE)
    assert way is not None
    way.send(PHONE, "012345", NOW)
    said = capsys.readouterr().err
    assert "012345" in said
    assert "仅供试用" in said
    assert PHONE.value not in said


@pytest.mark.django_db
def test_a_mail_holds_the_code_in_its_body_alone(settings: LazySettings) -> None:
    configure(settings, code_mail="mail")
    AskCode(contact=MAIL).perform(NOW)
    (sent,) = mail.outbox
    assert sent.to == [MAIL.value]
    assert not any(letter.isdigit() for letter in sent.subject)
    assert "验证码" in sent.body


@pytest.mark.django_db
def test_the_gateway_gets_a_signed_call(settings: LazySettings, secret: Path, system: str) -> None:
    configure(settings, code_phone="http", code_gateway=system, code_gateway_secret_file=secret)
    AskCode(contact=PHONE).perform(NOW)
    ((headers, body),) = Receiver.got
    told = json.loads(body)
    assert (told["phone"], len(told["code"]), told["minutes"]) == (PHONE.value, 6, 10)
    assert told["code"] in told["text"]
    stamp, value = (part.split("=")[1] for part in headers["Fazhi-Signature"].split(","))
    assert value == hmac.new(b"agreed", stamp.encode() + b"." + body, "sha256").hexdigest()
    Receiver.status = 500
    with pytest.raises(Fault, match=r"portal\.E022"):
        AskCode(contact=Contact(Kind.PHONE, "13900000002")).perform(NOW)
    assert OneTimeCode.objects.count() == 1


@pytest.mark.django_db
def test_a_gateway_inside_the_network_is_not_called(settings: LazySettings, secret: Path) -> None:
    inside = {"code_gateway": "https://127.0.0.1/sms", "code_gateway_secret_file": secret}
    configure(settings, code_phone="http", **inside)
    with pytest.raises(Fault, match=r"portal\.E022"):
        AskCode(contact=PHONE).perform(NOW)
    assert not OneTimeCode.objects.exists()


@pytest.mark.django_db
def test_a_way_that_is_off_is_refused(settings: LazySettings) -> None:
    configure(settings, code_phone="off")
    assert sender.taken() == (Kind.MAIL,)
    with pytest.raises(Fault, match=r"portal\.E021"):
        AskCode(contact=PHONE).perform(NOW)


def test_an_own_sender_is_a_dotted_path_and_must_be_there(settings: LazySettings) -> None:
    configure(settings, code_phone=PATH, code_mail="tests.portal.outbox.None_")
    assert type(sender.sender(Kind.PHONE)).__name__ == "Outbox"
    with pytest.raises(Fault, match="FAZHI_CODE_MAIL"):
        sender.sender(Kind.MAIL)
    configure(settings, code_mail="tests.portal.outbox.last")
    with pytest.raises(Fault, match="send"):
        sender.sender(Kind.MAIL)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"FAZHI_CODE_PHONE": "mail"}, "FAZHI_CODE_PHONE"),
        ({"FAZHI_CODE_PHONE": "http"}, "FAZHI_CODE_GATEWAY"),
        ({"FAZHI_CODE_PHONE": "http", "FAZHI_CODE_GATEWAY": "https://sms.example"}, "FAZHI_CODE_GATEWAY"),
        ({"FAZHI_CODE_GATEWAY": "ftp://sms.example"}, "FAZHI_CODE_GATEWAY"),
        ({"FAZHI_CODE_GATEWAY_SECRET_FILE": "/nowhere"}, "FAZHI_CODE_GATEWAY_SECRET_FILE"),
        ({"FAZHI_CODE_MAIL": "mail"}, "FAZHI_CODE_MAIL"),
        ({"FAZHI_CODE_MAIL": "a b.c"}, "FAZHI_CODE_MAIL"),
        ({"FAZHI_PUBLIC_IDLE_MINUTES": "0"}, "FAZHI_PUBLIC_IDLE_MINUTES"),
    ],
)
def test_nonsense_is_refused_at_start_by_the_name_of_the_setting(given: dict[str, str], named: str) -> None:
    with pytest.raises(Fault, match=r"config\.E001") as refused:
        config.read(given)
    assert named in refused.value.wrong


def test_what_belongs_together_is_taken(secret: Path) -> None:
    read = config.read(
        {
            "FAZHI_CODE_PHONE": "http",
            "FAZHI_CODE_GATEWAY": "https://sms.example/send",
            "FAZHI_CODE_GATEWAY_SECRET_FILE": str(secret),
            "FAZHI_MAIL": "smtps://mail.example",
            "FAZHI_CODE_MAIL": "mail",
        }
    )
    assert (read.code_gateway_secret, read.code_mail) == ("agreed", "mail")
