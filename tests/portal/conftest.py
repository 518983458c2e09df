"""A window of 区司法局 for disclosure on request, opened by its leader."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.utils import timezone

from fazhi.cases.actions import Perform
from fazhi.cases.models import Case
from fazhi.office.actor import actor_of
from fazhi.office.models import Appointment, Organ, Person, Post, Role
from fazhi.portal.actions import Apply, OpenWindow, Receipt
from fazhi.portal.models import Window
from fazhi.portal.throttle import COUNTS
from tests.conftest import Personas, at

NOW = at(2026, 7, 6)
KEY = "0123456789abcdef0123456789abcdef"
KNOWN = {"name": "演示·申请人甲", "identity_number": "演示号码", "phone": "00000000000"}
WORDS = {"information": "演示：某项目批复", "form_wanted": "电子文件"}


def window_of(personas: Personas, when: datetime = NOW) -> Window:
    return OpenWindow(
        procedure="disclosure-on-request",
        organ=Organ.objects.get(code="justice"),
        officer=Person.objects.get(user__username="receiver"),
    ).perform(personas.leader, when)


def application(window: Window, **changes: object) -> Apply:
    given: dict[str, object] = {"window": window, "known": KNOWN, "facts": WORDS, "key": KEY}
    return Apply(**{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture
def window(personas: Personas) -> Window:
    return window_of(personas)


@pytest.fixture(autouse=True)
def _nobody_tried_yet() -> Iterator[None]:
    COUNTS.clear()
    yield
    COUNTS.clear()


def give_post(login: str, title: str) -> Person:
    """A further post in the organ where the person works."""
    one = Person.objects.get(user__username=login)
    organ = one.appointments.select_related("post").first().post.organ  # type: ignore[union-attr]
    post, _ = Post.objects.get_or_create(organ=organ, title=title, defaults={"role": Role.CLERK})
    Appointment.objects.create(person=one, post=post, since=date(2020, 1, 1))
    return one


def finished(window: Window, when: datetime = NOW) -> Receipt:
    """A request for information that was answered and filed on the day it came."""
    day = timezone.localdate(when)
    receipt = application(window).perform(when)
    actor = actor_of(Person.objects.get(user__username="receiver").user, day)
    unclear = {"unclear": False, "affects_third_party": False, "joint": False, "excessive": False}
    for act, facts in (
        ("receive", {"channel": "internet", "confirmed_on": day}),
        ("examine", unclear),
        ("reply", {"reply_kind": "full"}),
        ("file", {}),
    ):
        seen = Case.objects.get(pk=receipt.case.pk).sequence
        Perform(case=receipt.case, expected=seen, act=act, happened_on=day, facts=facts).perform(actor, when)
    return receipt


@pytest.fixture
def served(window: Window) -> Receipt:
    """A matter of 区司法局 that is done, and whose officer may also answer bad ratings."""
    give_post("receiver", "政务服务评价经办人")
    return finished(window)
