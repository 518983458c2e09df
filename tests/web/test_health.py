"""The operator's monitor learns whether the installation works."""

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client


@pytest.mark.django_db
def test_a_working_installation_says_so() -> None:
    response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (200, {"database": True})


def test_a_lost_database_is_not_healthy() -> None:
    with patch("fazhi.web.views.health.connection.cursor", side_effect=OperationalError):
        response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (503, {"database": False})
