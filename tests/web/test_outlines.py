"""The outlines in force and what each edition said."""

from django.test import Client

from fazhi.duties.models import Edition
from tests.web.page import links, text


def test_outlines_lead_to_their_measures_and_editions(clerk: Client, edition: Edition) -> None:
    assert f"/outlines/{edition.outline_id}" in links(clerk.get("/outlines"))
    response = clerk.get(f"/outlines/{edition.outline_id}")
    assert f"/editions/{edition.pk}" in links(response)
    assert "执法监督" in text(response)


def test_only_a_coordinator_is_offered_the_import(clerk: Client, coordinator: Client) -> None:
    assert "/outlines/import" in links(coordinator.get("/outlines"))
    assert "/outlines/import" not in links(clerk.get("/outlines"))
