"""How to enter a demo installation as one of its personas."""

import hmac
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings

from fazhi.office.models import Person
from fazhi.office.pack import PersonEntry


@dataclass(frozen=True)
class Login:
    """How to enter as one persona."""

    persona: str
    name: str
    login: str
    password: str


def login_of(entry: PersonEntry) -> Login:
    """A password of this installation only, made from its secret key: the same every run."""
    key = settings.SECRET_KEY.encode()
    password = hmac.new(key, entry.login.encode(), sha256).hexdigest()[:10]
    return Login(entry.shown, entry.name, entry.login, password)


def shown(entries: tuple[PersonEntry, ...]) -> tuple[Login, ...]:
    """The log-ins to show to anybody: those of demo people who are here, so none outside a demo."""
    here = set(Person.objects.filter(demo=True).values_list("user__username", flat=True))
    return tuple(login_of(entry) for entry in entries if entry.shown and entry.login in here)
