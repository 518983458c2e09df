"""A form that a program sends at once is shown again; who writes by hand never notices, and loses no word."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from lxml import html

from fazhi import config
from fazhi.chapters.decisions.consultation.models import Comment
from fazhi.chapters.decisions.hearing.models import Registration
from fazhi.fault import Fault
from fazhi.portal.models import Application, OneTimeCode
from fazhi.web import flood
from tests.chapters.decisions.consultation import people
from tests.conftest import Personas
from tests.portal.conftest import _nobody_tried_yet, window_of
from tests.portal.outbox import PATH, Outbox
from tests.portal.test_complaint import MATTER, complaints_window
from tests.web import test_apply, test_consultations, test_hearings

__all__ = ["_nobody_tried_yet"]
KINDS = ("apply", "complain", "comment", "registration", "code")
pytestmark = pytest.mark.django_db


@dataclass
class Sheet:
    """A form of the public: where it is, where it goes, what is typed in, what a success leaves."""

    page: str
    action: str
    typed: dict[str, str]
    words: str
    kept: Callable[[], int]
    browser: Client = field(default_factory=Client)

    def open(self) -> dict[str, str]:
        """What the page itself put into the form."""
        return self.hidden(self.browser.get(self.page))

    def hidden(self, page: Any) -> dict[str, str]:
        tree = html.fromstring(page.content.decode())
        fields = next(f.fields for f in tree.forms if "shown" in f.fields)
        return {name: fields[name] for name in ("shown", "key", "version") if name in fields}

    def send(self, hidden: dict[str, str], **changes: str) -> Any:
        return self.browser.post(self.action, {**self.typed, **hidden, **changes})


@pytest.fixture(autouse=True)
def _installed(settings: LazySettings) -> Iterator[None]:
    """The installation as it comes, with nobody counted yet."""
    changes = {"form_seconds": config.Config().form_seconds, "code_phone": PATH, "code_mail": PATH}
    settings.CONFIG = settings.CONFIG.model_copy(update=changes)
    Outbox.sent, Outbox.fails = [], False
    flood.COUNTS.clear()
    cache.clear()
    yield
    flood.COUNTS.clear()
    cache.clear()


def sheet(kind: str, personas: Personas) -> Sheet:
    if kind == "apply":
        address = f"/apply/{window_of(personas, timezone.now()).pk}"
        typed = {k: v for k, v in test_apply.filled().items() if k != "key"}
        return Sheet(address, address, typed, "某项目批复", Application.objects.count)
    if kind == "complain":
        address = f"/apply/{complaints_window(personas).pk}"
        typed = {"fact-kind": "complaint", "fact-accused": "演示：某窗口", "fact-matter": MATTER}
        return Sheet(address, address, typed, MATTER, Application.objects.count)
    if kind == "code":
        return Sheet(
            "/mine", "/mine/enter", {"contact": "13800000001"}, "13800000001", OneTimeCode.objects.count
        )
    people.establish_all()
    if kind == "comment":
        page = test_consultations.address(test_consultations.begin())
        typed = {"clause": "0", "kind": "person", "text": "夜间以外也应当免费"}
        return Sheet(page, f"{page}/comments", typed, typed["text"], Comment.objects.count)
    page = f"/hearings/{test_hearings.begin().pk}"
    typed = {**test_hearings.FIELDS, "confirmed": "on"}
    return Sheet(page, f"{page}/registrations", typed, typed["relation"], Registration.objects.count)


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(seconds=seconds))


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_back_at_once_is_shown_again_with_all_its_words_and_taken_in_time(
    kind: str, personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = sheet(kind, personas)
    hidden = form.open()
    quick = form.send(hidden)
    assert (quick.status_code, form.kept()) == (429, 0)
    words = quick.content.decode()
    assert "web.E061" in words
    assert form.words in words
    assert form.hidden(quick) == hidden
    later(monkeypatch, 2.1)
    assert (form.send(hidden).status_code, form.kept()) == (200, 1)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        *((kind, None) for kind in KINDS),
        ("comment", ""),
        ("comment", "17:forged"),
        ("code", "1764240000000:x"),
    ],
)
def test_a_form_that_does_not_say_when_it_was_shown_passes_the_second_time(
    kind: str, told: str | None, personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One kept open since before the upgrade, or made up."""
    form = sheet(kind, personas)
    hidden = form.open()
    del hidden["shown"]
    later(monkeypatch, 60)
    again = form.send(hidden, **({} if told is None else {"shown": told}))
    assert (again.status_code, form.kept()) == (429, 0)
    later(monkeypatch, 2.1)
    assert form.send(form.hidden(again)).status_code == 200
    assert form.kept() == 1


def test_the_word_of_one_form_does_not_serve_another(
    personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = sheet("comment", personas)
    first = form.open()
    later(monkeypatch, 60)
    assert form.send(form.open(), shown=first["shown"]).status_code == 429
    assert form.send(first).status_code == 200


def test_who_mends_a_mistake_does_not_wait_again(personas: Personas, monkeypatch: pytest.MonkeyPatch) -> None:
    form = sheet("comment", personas)
    hidden = form.open()
    later(monkeypatch, 2.1)
    wrong = form.send(hidden, text="")
    assert wrong.status_code == 400
    assert form.send(form.hidden(wrong)).status_code == 200


def test_the_time_is_the_operators_to_set(personas: Personas, settings: LazySettings) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"form_seconds": 0})
    form = sheet("comment", personas)
    assert form.send(form.open()).status_code == 200
    for wrong in ("-1", "31", "soon"):
        with pytest.raises(Fault, match=r"config\.E001.*FAZHI_FORM_SECONDS"):
            config.read({"FAZHI_FORM_SECONDS": wrong})
