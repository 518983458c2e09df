"""No page weighs more than 150 KB uncached: page, style, script together, in the heaviest mode."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.web.addresses import World, pages

LIMIT = 150 * 1024
MODES = {"usual": {}, "heaviest": {"theme": "dark", "kiosk": "1", "language": "zh-hant"}}


def weight(page: bytes) -> int:
    """Bytes of a page and of every static file it names."""
    names = re.findall(rb'(?:src|href)="/static/([^"]+)"', page)
    found = (finders.find(name.decode()) for name in set(names))
    return len(page) + sum(Path(str(path)).stat().st_size for path in found)


def too_heavy(client: Client, addresses: list[str], mode: str) -> dict[str, int]:
    for name, value in MODES[mode].items():
        client.cookies[name] = value
    weights = {address: weight(client.get(address).content) for address in addresses}
    return {address: bytes_ for address, bytes_ in weights.items() if bytes_ > LIMIT}


@pytest.mark.parametrize("mode", MODES)
def test_every_public_page_is_light(mode: str, world: World, library: None) -> None:
    assert too_heavy(Client(), pages(world, public=True), mode) == {}


@pytest.mark.parametrize("mode", MODES)
def test_every_page_of_the_desk_is_light(mode: str, world: World, coordinator: Client) -> None:
    assert too_heavy(coordinator, pages(world, public=False), mode) == {}
