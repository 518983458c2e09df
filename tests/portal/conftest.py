"""A window of 区司法局 for disclosure on request, opened by its leader."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.conf import LazySettings

from fazhi.office.models import Organ, Person
from fazhi.portal.actions import Apply, OpenWindow
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
def _nobody_tried_yet(settings: LazySettings) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    COUNTS.clear()
    yield
    COUNTS.clear()
