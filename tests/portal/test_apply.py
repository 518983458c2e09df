"""An application from outside is a case like any other, in the hands of the officer the window names."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases import store
from fazhi.cases.actions import Look
from fazhi.cases.models import Act, Case, Party
from fazhi.fault import Fault
from fazhi.office.models import Person
from fazhi.portal import tracking_code
from fazhi.portal.actions import close
from fazhi.portal.models import Application, Window
from tests.cases.conftest import do, person
from tests.conftest import Personas, at
from tests.portal.conftest import KEY, KNOWN, NOW, WORDS, application


def test_it_opens_a_case_that_the_officer_handles(window: Window) -> None:
    case = application(window).perform(NOW).case
    assert case.number == "区司法局政府信息依申请公开〔2026〕1号"
    assert [one.user.get_username() for one in case.handlers.all()] == ["receiver"]
    assert Act.objects.get(case=case).person.name == "演示·网上受理"


def test_it_came_over_the_internet_whatever_was_sent(window: Window) -> None:
    case = application(window, facts={**WORDS, "channel": "in-person"}).perform(NOW).case
    assert store.load(case).state.facts["channel"] == "internet"


def test_submission_is_not_receipt(window: Window) -> None:
    """The period runs from the day both sides confirmed (条例 31), not from the day of sending."""
    case = application(window).perform(NOW).case
    assert case.next_due is None
    confirmed = date(2026, 7, 8)
    facts = {"channel": "internet", "confirmed_on": confirmed}
    do(case, person("receiver"), "receive", confirmed, facts=facts)
    assert store.load(case).records[1].happened_on == confirmed
    assert Case.objects.get(pk=case.pk).next_due == date(2026, 8, 5)


def test_words_and_identity_are_sealed(window: Window) -> None:
    case = application(window).perform(NOW).case
    chained = bytes(Act.objects.get(case=case).body).decode()
    assert not [one for one in (*WORDS.values(), *KNOWN.values()) if one in chained]
    assert WORDS["information"] not in case.title
    look = Look(party=Party.objects.get(case=case), purpose="与申请人确认")
    assert look.perform(person("receiver"), NOW) == KNOWN


def test_sent_twice_it_is_one_application_with_one_code(window: Window) -> None:
    first, second = application(window).perform(NOW), application(window).perform(at(2026, 7, 6, 11))
    assert first == second
    assert Case.objects.count() == Application.objects.count() == 1


def test_the_same_key_for_other_words_is_refused(window: Window) -> None:
    application(window).perform(NOW)
    with pytest.raises(Fault, match=r"cases\.E019"):
        application(window, facts={"information": "别的"}).perform(NOW)


def test_the_code_is_kept_hashed(window: Window) -> None:
    receipt = application(window).perform(NOW)
    row = Application.objects.get()
    everything = json.dumps(list(Application.objects.values()), default=str)
    assert receipt.code not in everything
    assert tracking_code.fits(tracking_code.shown(receipt.code).lower(), row.code)
    assert not tracking_code.fits(receipt.code[:-1], row.code)


def test_other_keys_give_other_codes() -> None:
    assert len({tracking_code.of(f"{n:032x}") for n in range(200)}) == 200
    assert tracking_code.of(KEY) == tracking_code.of(KEY)


@pytest.mark.parametrize("facts", [{}, {"information": " "}])
def test_an_application_that_says_nothing_opens_nothing(window: Window, facts: dict[str, str]) -> None:
    with pytest.raises(Fault, match=r"portal\.E006"):
        application(window, facts=facts).perform(NOW)
    assert not Case.objects.exists()


def test_who_it_is_from_must_be_said(window: Window) -> None:
    with pytest.raises(Fault, match=r"cases\.E015"):
        application(window, known={"phone": "0"}).perform(NOW)
    assert not Case.objects.exists()


def test_a_closed_window_takes_nothing(window: Window, personas: Personas) -> None:
    close(window.pk, personas.leader, NOW)
    with pytest.raises(Fault, match=r"portal\.E005"):
        application(window).perform(NOW)


def test_without_its_officer_a_window_takes_nothing(window: Window) -> None:
    Person.objects.get(user__username="receiver").appointments.update(until=date(2026, 7, 5))
    with pytest.raises(Fault, match=r"portal\.E005"):
        application(window).perform(NOW)


def test_an_application_is_never_rewritten(window: Window) -> None:
    application(window).perform(NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        Application.objects.update(code="")
