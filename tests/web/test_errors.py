"""Every refusal has a page with its code and what to do."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import override_settings

from fazhi.fault import Fault
from fazhi.office.status import status_of
from fazhi.web.faults import FaultMiddleware
from fazhi.web.views import errors


def test_an_unknown_address_says_so() -> None:
    response = Client().get("/nowhere")
    assert response.status_code == 404
    assert "web.E404" in response.content.decode()


@pytest.mark.parametrize("address", ["/track/rate", "/mine/leave", "/display"])
def test_an_address_of_a_form_opened_by_itself_is_no_empty_page(db: None, address: str) -> None:
    response = Client().get(address)
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "web.E405" in response.content.decode()


def test_a_forged_form_changes_nothing() -> None:
    response = Client(enforce_csrf_checks=True).post("/display", {"theme": "dark"})
    assert response.status_code == 403
    assert "web.E403" in response.content.decode()
    assert "theme" not in response.cookies


def test_a_failure_has_a_page_that_needs_nothing() -> None:
    response = errors.failed(HttpRequest())
    assert response.status_code == 500
    assert "web.E500" in response.content.decode()


def test_a_bad_request_has_a_page() -> None:
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        response = Client().get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "web.E400" in response.content.decode()


@pytest.mark.parametrize(
    ("code", "status"),
    [("office.E001", 403), ("office.E002", 403), ("duties.E409", 409), ("outline.E001", 400)],
)
def test_the_kind_of_refusal_decides_the_status(code: str, status: int) -> None:
    assert status_of(Fault(code, "", "")) == status


def test_only_faults_become_pages() -> None:
    middleware = FaultMiddleware(lambda _request: HttpResponse())
    request = RequestFactory().get("/")
    assert middleware.process_exception(request, ValueError()) is None
