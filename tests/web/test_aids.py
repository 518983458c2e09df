"""The accessibility tools are ordinary buttons, kept on the device, on the portal and on the desk alike."""

from itertools import product

import pytest
from django.test import Client
from lxml import html

from fazhi.web.aids import AIDS
from fazhi.web.display import Display

pytestmark = pytest.mark.django_db
MARKS = {
    "size": 'data-size="2"',
    "contrast": "data-contrast",
    "spacing": 'data-spacing="1"',
    "guide": "data-guide",
    "slash": "data-no-slash",
}
VALUES = {"size": "2", "contrast": "1", "spacing": "1", "guide": "1", "slash": "0"}


def head(page: object) -> str:
    return str(page.content.decode().partition("<head>")[0])  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", MARKS)
def test_a_choice_is_kept_for_a_year_drawn_and_taken_back(name: str, clerk: Client) -> None:
    kept = clerk.post("/display", {name: VALUES[name]}).cookies[name]
    assert int(kept["max-age"]) == 365 * 24 * 3600
    assert all(MARKS[name] in head(clerk.get(page)) for page in ("/portal", "/duties", "/nowhere"))
    usual = Display().value(name)
    clerk.post("/display", {name: usual})
    assert MARKS[name] not in head(clerk.get("/portal"))


def test_every_row_of_the_panel_has_one_pressed_button() -> None:
    page = html.fromstring(Client().get("/portal").content.decode())
    panels = page.xpath("//details[contains(@class, 'aids')]")
    assert len(panels) == 2, "one in the head, one in the menu of a phone"
    for panel, aid in product(panels, AIDS):
        buttons = panel.xpath(f".//button[@name='{aid.name}']")
        assert len(buttons) == len(aid.choices)
        assert [one.get("aria-pressed") for one in buttons].count("true") == 1


def test_back_to_the_usual_forgets_all_but_the_language() -> None:
    client = Client()
    for name, value in {**VALUES, "elder": "1", "language": "en", "theme": "dark"}.items():
        client.post("/display", {name: value})
    client.post("/display", {"defaults": "1"})
    assert head(client.get("/portal")).endswith('<html lang="en" data-theme="auto">\n')


@pytest.mark.parametrize("value", ["9", "-1", "x", "2px", ""])
def test_nonsense_in_form_or_cookie_counts_as_not_chosen(value: str) -> None:
    client = Client()
    client.post("/display", {"size": value, "language": value})
    client.cookies["size"] = client.cookies["language"] = value
    assert head(client.get("/portal")).endswith('<html lang="zh-CN" data-theme="auto">\n')


def test_strong_contrast_is_black_on_white_unless_dark_was_chosen() -> None:
    client = Client()
    client.post("/display", {"contrast": "1"})
    assert 'data-theme="light"' in head(client.get("/portal"))
    client.post("/display", {"theme": "dark"})
    assert 'data-theme="dark"' in head(client.get("/portal"))
