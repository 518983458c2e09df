"""Whoever holds the code that was sent enters, once; what is stored names nobody, and can be erased."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import serializers
from django.db import connection

from fazhi.cases.models import SubjectKey
from fazhi.fault import Fault
from fazhi.identity.client import Client
from fazhi.identity.models import Event
from fazhi.portal import contact, entered, mine, one_time_code
from fazhi.portal.actions import AskCode, Attach, Claim, Enter, close_account, leave
from fazhi.portal.contact import Contact, Kind
from fazhi.portal.models import Account, Application, Belonging, Entry, OneTimeCode, Window
from tests.portal.conftest import NOW, application
from tests.portal.outbox import PATH, Outbox, last

PHONE, OTHER = Contact(Kind.PHONE, "13800000001"), Contact(Kind.PHONE, "13900000002")
FROM = Client("10.0.0.1", "Firefox · Linux")
WRONG = "wrong"


@pytest.fixture(autouse=True)
def _outbox(settings: LazySettings) -> Iterator[None]:
    settings.CONFIG = settings.CONFIG.model_copy(update={"code_phone": PATH, "code_mail": PATH})
    Outbox.sent, Outbox.fails = [], False
    yield
    Outbox.sent, Outbox.fails = [], False


def ask(who: Contact = PHONE) -> str:
    return AskCode(contact=who).perform(NOW)


def enter(ticket: str, code: str, who: Contact = PHONE, minutes: int = 0) -> Entry:
    when = NOW + timedelta(minutes=minutes)
    return Enter(contact=who, ticket=ticket, code=code, client=FROM).perform(when)


def account(who: Contact = PHONE) -> Account:
    return enter(ask(who), last(), who).account


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13800000001", "13800000001"), ("+86 138-0000-0001", "13800000001"),
        ("１３８０００００００１", "13800000001"), ("0086 138 0000 0001", "13800000001"),
        (" Someone@Example.org ", "Someone@Example.org"),
    ],
)  # fmt: skip
def test_numbers_and_mail_addresses_are_read_as_people_type_them(typed: str, value: str) -> None:
    assert contact.read(typed).value == value


@pytest.mark.parametrize(
    "typed",
    [
        "", "12800000001", "1380000000", "138000000011", "+1 202 555 0100", "022-12345678", "someone@",
        "a@b.org\nBcc: c@d.org", "名@example.org", "x" * 200 + "@example.org", "13800000001@", "\0",
    ],
)  # fmt: skip
def test_what_is_neither_is_refused_with_a_code(typed: str) -> None:
    with pytest.raises(Fault, match=r"portal\.E020"):
        contact.read(typed)


def test_a_mail_address_is_the_same_in_capitals() -> None:
    assert contact.read("A@Example.org").digest == contact.read("a@example.ORG").digest != PHONE.digest


@pytest.mark.django_db
def test_the_code_opens_once() -> None:
    ticket = ask()
    assert enter(ticket, f" {last()[:3]} {last()[3:]} ").account.kind == "phone"
    with pytest.raises(Fault, match=r"portal\.E023"):
        enter(ticket, last())
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_a_new_code_voids_the_old_one_and_only_the_asking_page_can_use_it() -> None:
    first, old = ask(), last()
    second = ask()
    for ticket, code in ((first, old), (first, last()), (second, old if old != last() else WRONG)):
        with pytest.raises(Fault, match=r"portal\.E023"):
            enter(ticket, code)
    assert enter(second, last())


@pytest.mark.django_db
def test_it_is_short_lived_and_another_contact_cannot_use_it() -> None:
    ticket = ask()
    for who, minutes in ((PHONE, 11), (OTHER, 0)):
        with pytest.raises(Fault, match=r"portal\.E023"):
            enter(ticket, last(), who, minutes)
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_after_five_wrong_ones_the_right_one_opens_nothing() -> None:
    ticket = ask()
    for code in [WRONG] * one_time_code.TRIES:
        with pytest.raises(Fault, match=r"portal\.E023"):
            enter(ticket, code)
    assert not OneTimeCode.objects.exists()
    with pytest.raises(Fault, match=r"portal\.E023"):
        enter(ticket, last())
    assert Event.objects.filter(kind="failure", detail="公众登录").count() == one_time_code.TRIES + 1


@pytest.mark.django_db
def test_what_could_not_be_sent_leaves_nothing_and_the_earlier_code_good() -> None:
    ticket, code = ask(), last()
    Outbox.fails = True
    with pytest.raises(Fault, match=r"portal\.E022"):
        ask()
    with pytest.raises(Fault, match=r"portal\.E022"):
        ask(OTHER)
    assert OneTimeCode.objects.count() == 1
    assert enter(ticket, code)


@pytest.mark.django_db
def test_nothing_that_is_stored_holds_contact_or_code() -> None:
    ticket = ask(Contact(Kind.MAIL, "someone@example.org"))
    kept = serializers.serialize("json", OneTimeCode.objects.all())
    assert last() not in kept
    assert ticket not in kept
    row = enter(ticket, last(), Contact(Kind.MAIL, "someone@example.org"))
    everything = serializers.serialize("json", [row, row.account, *Event.objects.all()])
    assert "someone" not in everything
    assert entered.contact_of(row.account) == Contact(Kind.MAIL, "someone@example.org")
    assert Event.objects.get(kind="success").detail == f"公众登录 {row.account.subject}"
    assert str(Event.objects.get(kind="success")) == "登录成功 公众"


@pytest.mark.django_db
def test_the_same_contact_is_the_same_account_and_a_log_in_ends_once() -> None:
    one = account()
    row = enter(ask(), last())
    assert row.account == one
    leave(row, Event.Kind.LOG_OUT, FROM, NOW)
    leave(row, Event.Kind.LOG_OUT, FROM, NOW)
    assert Event.objects.filter(kind="log-out").count() == 1
    assert entered.entry(row.pk) is None


def test_what_was_applied_for_is_listed_as_it_stands(window: Window) -> None:
    one, receipt = account(), application(window).perform(NOW)
    row = Claim(account=one, number=receipt.case.number, code=receipt.code.lower()).perform(NOW)
    assert Claim(account=one, number=receipt.case.number, code=receipt.code).perform(NOW) == row
    (line,) = mine.lines(Belonging.objects.all(), NOW.date())
    assert (line.matter.number, line.matter.state) == (receipt.case.number, "提出申请")
    for number, code in ((receipt.case.number, "222222222222"), ("3-12", receipt.code), ("", "")):
        with pytest.raises(Fault, match=r"portal\.E025"):
            Claim(account=one, number=number, code=code).perform(NOW)


def test_closing_erases_the_account_and_leaves_the_case(window: Window) -> None:
    one, other = account(), account(OTHER)
    receipt = application(window).perform(NOW)
    key = str(Application.objects.get().pk)
    for each in (one, other):
        Attach(account=each, kind="application", key=key).perform(NOW)
    ask()
    close_account(one, FROM, NOW)
    assert list(Account.objects.all()) == [other]
    assert not SubjectKey.objects.filter(subject=one.subject).exists()
    assert list(Belonging.objects.values_list("account", flat=True)) == [other.pk]
    assert not OneTimeCode.objects.exists()
    assert [entry.account for entry in Entry.objects.all()] == [other]
    assert Event.objects.get(kind="revoked").detail == f"公众登录 {one.subject} 注销账户"
    assert Application.objects.get().case == receipt.case
    assert account().subject != one.subject


@pytest.mark.django_db(transaction=True)
def test_of_many_who_send_the_code_at_once_one_enters() -> None:
    ticket, results = ask(), []
    start = threading.Barrier(6)

    def run() -> None:
        start.wait()
        try:
            results.append(bool(enter(ticket, last())))
        except Fault as fault:
            results.append(fault.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results, key=str) == [True, *["portal.E023"] * 5]
    assert (Account.objects.count(), Entry.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_many_wrong_ones_at_once_no_more_than_five_are_tried() -> None:
    ticket = ask()

    def run() -> None:
        try:
            enter(ticket, WRONG)
        except Fault:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert OneTimeCode.objects.get().tries == one_time_code.TRIES - 4


def test_a_code_is_six_digits() -> None:
    made = [one_time_code.make() for _ in range(200)]
    assert all(one.isdecimal() and len(one) == one_time_code.DIGITS for one in made)
