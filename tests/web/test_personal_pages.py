"""What is one person's business is kept by no browser and no server between."""

import pytest
from django.test import Client
from django.urls import URLPattern

from fazhi.office.right import Right
from fazhi.web.urls import pages

PRIVATE = ("/track", "/consultations/mine", "/hearings/mine", "/login")
DESK = sorted(
    f"/{one.pattern}"
    for one in pages
    if isinstance(one, URLPattern) and "<" not in str(one.pattern)
    and isinstance(getattr(one.callback, "policy", None), Right)
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("address", PRIVATE)
def test_a_page_that_may_show_one_persons_matter_is_not_kept(address: str) -> None:
    assert "no-store" in Client().get(address)["Cache-Control"]


def test_no_page_of_the_desk_is_kept(coordinator: Client) -> None:
    assert len(DESK) > 30
    shown = [(page, coordinator.get(page)) for page in DESK]
    kept = [
        page for page, response in shown
        if response.status_code == 200 and "no-store" not in response.get("Cache-Control", "")
    ]  # fmt: skip
    assert kept == []
