"""Systems with tokens of the personas, in the small district that all tests know."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.api import rate
from fazhi.api.actions import Make
from fazhi.api.scope import Scope
from fazhi.cases.models import Case
from fazhi.office.actor import Actor
from tests.cases.conftest import opening, person
from tests.conftest import Personas, at
from tests.web.conftest import library

__all__ = ["library"]
ROOT = "/api/v1"
ALL = tuple(Scope.values)


@pytest.fixture(autouse=True)
def _nobody_has_asked_before() -> Iterator[None]:
    rate.COUNTS.clear()
    yield
    rate.COUNTS.clear()


def token_of(actor: Actor, *scopes: str, days: int = 30) -> str:
    """A token of the actor in the organ of its post."""
    made = Make(organ=min(actor.organs()), label="演示系统", scopes=scopes or ALL, days=days)
    return made.perform(actor, timezone.now()).text


@dataclass(frozen=True)
class System:
    """Another system with a token, or without one."""

    token: str = ""

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        return {**({"Authorization": f"Bearer {self.token}"} if self.token else {}), **more}

    def get(self, path: str, **headers: str) -> Any:
        return Client().get(ROOT + path, headers=self._headers(named(headers)))

    def post(self, path: str, body: object, **headers: str) -> Any:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        client = Client()
        return client.post(
            ROOT + path, text, content_type="application/json", headers=self._headers(named(headers))
        )

    def send(self, path: str, form: Mapping[str, Any]) -> Any:
        """A multipart form."""
        return Client().post(ROOT + path, form, headers=self._headers({}))


def named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def system(personas: Personas) -> Callable[..., System]:
    """A system with a token of one persona, for some scopes or for all."""
    return lambda login, *scopes: System(token_of(person(login), *scopes))


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def desk(receiver: Actor) -> System:
    """The system of the clerk who receives requests for disclosure."""
    return System(token_of(receiver))


@pytest.fixture
def case(receiver: Actor) -> Case:
    """A request handed in on Monday, 6 July 2026."""
    return opening().perform(receiver, at(2026, 7, 6))
