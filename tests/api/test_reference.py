"""The reference that people read says what the document says, without script or foreign address."""

import json

import pytest
from django.test import Client

from fazhi.api.interface import interface
from tests.web.page import text

pytestmark = pytest.mark.django_db


def once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of the document, none of whose names is written twice."""
    assert len({name for name, _ in pairs}) == len(pairs), pairs
    return dict(pairs)


def test_every_operation_is_on_the_page() -> None:
    response = Client().get("/api/v1/reference")
    words = text(response)
    for path, methods in interface.get_openapi_schema()["paths"].items():
        for method, said in methods.items():
            assert f"{method.upper()} {path}" in words
            assert said["summary"] in words
    assert "Idempotency-Key" in words
    assert "happened_on" in words
    page = response.content.decode()
    assert "//" not in page.replace("http://testserver", "").partition("<main")[2]


def test_the_document_is_served_as_chinese() -> None:
    response = Client().get("/api/v1/openapi.json")
    json.loads(response.content, object_pairs_hook=once_each)
    assert "案件列表" in response.content.decode()
    assert response.json()["paths"]["/api/v1/cases"]["get"]["responses"]["default"]


def test_a_head_request_gets_the_head_alone() -> None:
    response = Client().head("/api/v1/rules")
    assert response.status_code == 200
    assert int(response["Content-Length"]) > 1_000
