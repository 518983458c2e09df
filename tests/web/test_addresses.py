"""No page escapes the walks: a new address is walked by itself or has its examples."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern

from tests.web.addresses import ELSEWHERE, EXAMPLES, MORE, NO_PAGE, World, pages, patterns

PATTERNS = list(patterns())
NAMES = {pattern.name for pattern in PATTERNS}
WITH_PARAMETERS = [p for p in PATTERNS if p.pattern.converters and p.name not in NO_PAGE | ELSEWHERE]


@pytest.mark.parametrize("pattern", WITH_PARAMETERS, ids=lambda p: p.name)
def test_every_page_with_parameters_has_an_example(pattern: URLPattern) -> None:
    assert pattern.name in EXAMPLES, f"add {pattern.name} to tests/web/addresses.py"


def test_no_example_is_of_an_address_that_is_gone() -> None:
    assert {*EXAMPLES, *MORE, *NO_PAGE, *ELSEWHERE} - NAMES == set()


def test_every_walked_address_is_a_page(world: World, coordinator: Client, library: None) -> None:
    for address in [*pages(world, public=True), *pages(world, public=False)]:
        response = coordinator.get(address)
        if not response.has_header("Location"):
            assert response["Content-Type"].startswith("text/html"), address
            assert response.status_code in (200, 400, 403, 404), address


def test_what_is_left_out_is_no_page(world: World) -> None:
    plain = [p for p in PATTERNS if p.name in NO_PAGE and not p.pattern.converters]
    answers = {str(p.name): Client().get(f"/{p.pattern}") for p in plain}
    assert [name for name, answer in answers.items() if _is_page(answer)] == []


def _is_page(response: HttpResponse) -> bool:
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")
