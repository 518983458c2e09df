"""A form that is sent many times in the same moment publishes one document."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from fazhi.fault import Fault
from fazhi.library.models import Item
from tests.conftest import Personas
from tests.library.shelves import DAY, publishing

THREADS = 8


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="the tests' SQLite has one connection, writes come in turn"
)
@pytest.mark.django_db(transaction=True)
def test_the_same_document_at_once_is_published_once(personas: Personas) -> None:
    def sent(_: int) -> str:
        try:
            publishing().perform(personas.clerk, DAY)
        except Fault as fault:
            return fault.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(THREADS) as pool:
        codes = sorted(pool.map(sent, range(THREADS)))
    assert codes == ["", *["library.E013"] * (THREADS - 1)]
    assert Item.objects.count() == 1
