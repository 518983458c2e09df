"""What is taken over the internet is for the organ's leaders to decide."""

import pytest

from fazhi.fault import Fault
from fazhi.office.models import Organ, Person
from fazhi.portal.actions import OpenWindow, close
from fazhi.portal.models import Window
from fazhi.portal.standing import windows
from tests.conftest import Personas
from tests.portal.conftest import NOW, window_of


def opening(**changes: object) -> OpenWindow:
    given: dict[str, object] = {
        "procedure": "disclosure-on-request",
        "organ": Organ.objects.get(code="justice"),
        "officer": Person.objects.get(user__username="receiver"),
    }
    return OpenWindow(**{**given, **changes})  # type: ignore[arg-type]


def test_a_leader_opens_and_closes_it(personas: Personas) -> None:
    row = window_of(personas)
    assert list(windows(NOW.date())) == [row]
    assert close(row.pk, personas.leader, NOW).closed_at == NOW
    assert not windows(NOW.date()).exists()
    assert window_of(personas).counter == row.counter


@pytest.mark.parametrize("who", ["clerk", "coordinator", "auditor", "stranger", "street"])
def test_nobody_else_does(personas: Personas, who: str) -> None:
    row = window_of(personas)
    actor = getattr(personas, who)
    with pytest.raises(Fault, match=r"office\.E001"):
        close(row.pk, actor, NOW)
    with pytest.raises(Fault, match=r"office\.E001"):
        opening().perform(actor, NOW)


def test_nobody_logs_in_as_the_counter(window: Window) -> None:
    assert not window.counter.user.has_usable_password()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"procedure": "simple-penalty"}, "portal.E001"),
        ({"procedure": "nothing"}, "cases.E001"),
        ({"officer": "street"}, "portal.E002"),
    ],
)
def test_what_cannot_be_opened(personas: Personas, changes: dict[str, str], code: str) -> None:
    given: dict[str, object] = dict(changes)
    if "officer" in changes:
        given["officer"] = Person.objects.get(user__username=changes["officer"])
    with pytest.raises(Fault, match=code.replace(".", r"\.")):
        opening(**given).perform(personas.leader, NOW)
    assert not Window.objects.exists()


def test_it_is_open_once(personas: Personas) -> None:
    window_of(personas)
    with pytest.raises(Fault, match=r"portal\.E003"):
        window_of(personas)


def test_an_unknown_window_is_not_there(personas: Personas) -> None:
    with pytest.raises(Fault, match=r"portal\.E404"):
        close(99999, personas.leader, NOW)
