"""Dark mode and 长者模式 are switched by an ordinary form and kept on the device."""

import pytest
from django.test import Client


def test_a_choice_is_kept_and_drawn() -> None:
    client = Client()
    response = client.post("/display", {"theme": "dark", "next": "/components"})
    assert response["Location"] == "/components"
    assert 'data-theme="dark"' in client.get("/components").content.decode()


def test_elder_mode_goes_on_and_off() -> None:
    client = Client()
    client.post("/display", {"elder": "1"})
    page = client.get("/components").content.decode()
    assert "data-elder" in page
    assert 'data-theme="light"' in page
    client.post("/display", {"elder": "0"})
    assert "data-elder" not in client.get("/components").content.decode()


@pytest.mark.parametrize(
    "address", ["/library?year={}", "/search?q=a&kind={}", "/normative-documents?year={}"]
)
def test_in_elder_mode_further_filters_are_folded_unless_one_is_chosen(db: None, address: str) -> None:
    client = Client()
    assert "更多条件" not in client.get(address.format("")).content.decode()
    client.post("/display", {"elder": "1"})
    closed = client.get(address.format("")).content.decode()
    assert '<details class="fold"><summary>更多条件' in closed
    assert '<details class="fold" open>' in client.get(address.format("2024")).content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_it_never_leads_elsewhere(target: str) -> None:
    assert Client().post("/display", {"next": target})["Location"] == "/"


def test_nonsense_changes_nothing() -> None:
    client = Client()
    client.post("/display", {"theme": "purple"})
    client.cookies["theme"] = "purple"
    assert 'data-theme="auto"' in client.get("/components").content.decode()
