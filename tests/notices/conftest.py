"""A disclosure request whose clock runs, as in the tests of cases."""

import pytest

from fazhi.cases.models import Case
from fazhi.office.actor import Actor
from tests.cases.conftest import opening, person, receive
from tests.conftest import Personas, at


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def case(receiver: Actor) -> Case:
    """A request whose reply is due on Monday, 3 August 2026."""
    row = opening().perform(receiver, at(2026, 7, 6))
    receive(row, receiver)
    return Case.objects.get(pk=row.pk)


@pytest.fixture
def chief(personas: Personas) -> Actor:
    return person("chief")
