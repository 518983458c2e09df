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


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_it_never_leads_elsewhere(target: str) -> None:
    assert Client().post("/display", {"next": target})["Location"] == "/"


def test_nonsense_changes_nothing() -> None:
    client = Client()
    client.post("/display", {"theme": "purple"})
    client.cookies["theme"] = "purple"
    assert 'data-theme="auto"' in client.get("/components").content.decode()
