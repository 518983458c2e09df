"""No page weighs more than 150 KB uncached: page, style, script together."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from fazhi.duties.models import Edition

LIMIT = 150 * 1024
PAGES = (
    "/", "/duties", "/matrix", "/matrix?view=table", "/organs", "/organs/justice", "/calendar?month=2024-12",
    "/outlines", "/outlines/import", "/components", "/calculator", "/statutes", "/tokens",
    "/api/v1/reference",
    "/calculator?from=2026-11-24&rule=recon-apply-60d", "/calculator?from=2024-02-06&count=20&unit=year",
)  # fmt: skip


def weight(page: bytes) -> int:
    """Bytes of a page and of every static file it names."""
    names = re.findall(rb'(?:src|href)="/static/([^"]+)"', page)
    found = (finders.find(name.decode()) for name in set(names))
    return len(page) + sum(Path(str(path)).stat().st_size for path in found)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_light(address: str, coordinator: Client, edition: Edition) -> None:
    assert edition.pk
    assert weight(coordinator.get(address).content) <= LIMIT
