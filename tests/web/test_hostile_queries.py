"""Whatever stands in an address's query, the answer is a page or a coded refusal, never a failure."""

import pytest
from django.test import Client
from django.urls import URLPattern

from fazhi.web.urls import pages

NAMES = (
    "q", "page", "organ", "kind", "year", "period", "on", "month", "state", "since", "until", "person",
    "from", "count", "unit", "rule", "version", "view", "topic", "cursor", "order", "code", "procedure",
)  # fmt: skip
VALUES = (
    "\0",
    "99999999999999999999",
    "0000-00-00",
    "\ud800".encode("utf-8", "surrogatepass"),
)
ADDRESSES = sorted(
    {f"/{one.pattern}" for one in pages if isinstance(one, URLPattern) and "<" not in str(one.pattern)}
)


@pytest.mark.parametrize("value", VALUES, ids=ascii)
def test_no_query_breaks_a_page(coordinator: Client, value: str | bytes) -> None:
    query = dict.fromkeys(NAMES, value)
    broken = [page for page in ADDRESSES if coordinator.get(page, query).status_code >= 500]
    assert broken == ["/readyz"] * ("/readyz" in broken)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/statutes/\0", "/verify/\0", "/organs/\0", "/ledger/checkpoints/\0", "/feeds/\0.ics"]
)
def test_no_path_breaks_a_page(path: str) -> None:
    assert Client().get(path).status_code < 500
