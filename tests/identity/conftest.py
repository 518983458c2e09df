"""A person at the door, with a password, and a cache that remembers no other test's failures."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as installed
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client

from tests.conftest import Personas

PASSWORD = "口令-8421-甲乙"


@pytest.fixture(autouse=True)
def _forgetful_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def clerk_user(personas: Personas) -> Any:
    return with_password("clerk")


def with_password(login: str) -> Any:
    user = get_user_model().objects.get(username=login)
    if not user.check_password(PASSWORD):
        user.set_password(PASSWORD)
        user.save()
    return user


def entered(login: str, **extra: Any) -> Client:
    """A browser after the log-in page."""
    with_password(login)
    client = Client(**extra)
    assert try_to_enter(client, login, PASSWORD).status_code == 302
    return client


def try_to_enter(client: Client, login: str, password: str) -> Any:
    return client.post("/login", {"username": login, "password": password})


def configured(monkeypatch: pytest.MonkeyPatch, **values: Any) -> None:
    """The installation with other settings."""
    monkeypatch.setattr(installed, "CONFIG", installed.CONFIG.model_copy(update=values))
