"""Each persona with a browser of their own."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client


def logged_in(login: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=login))
    return client


@pytest.fixture
def _in_force(edition: object) -> None:
    """The test outline is in force for whoever opens a page."""
    assert edition


@pytest.fixture
def coordinator(_in_force: None) -> Client:
    return logged_in("coordinator")


@pytest.fixture
def clerk(_in_force: None) -> Client:
    return logged_in("clerk")


@pytest.fixture
def street(_in_force: None) -> Client:
    return logged_in("street")


@pytest.fixture
def leader(_in_force: None) -> Client:
    return logged_in("leader")


@pytest.fixture
def stranger(_in_force: None) -> Client:
    """Somebody with a log-in and no post."""
    get_user_model().objects.create_user("stranger")
    return logged_in("stranger")
