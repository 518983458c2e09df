"""A request sent twice in the same moment opens one case."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection

from fazhi.api.once import once
from fazhi.cases.actions import repeat
from fazhi.cases.models import Case
from fazhi.office.actor import STRANGER
from tests.api.conftest import System, token_of
from tests.api.test_cases import NEW
from tests.cases.conftest import person
from tests.conftest import Personas, at


class Twin:
    """An action whose twin takes the key first."""

    def __init__(self, key: str) -> None:
        self.key, self.late = key, True

    def perform(self, *_: object) -> str:
        if self.late:
            self.late = False
            raise IntegrityError("key")
        return "the first one's"


def test_whoever_comes_second_gets_what_the_first_one_made() -> None:
    assert once(Twin("k"), STRANGER, at(2026, 7, 6)) == "the first one's"


def test_without_a_key_a_broken_constraint_is_not_hidden() -> None:
    with pytest.raises(IntegrityError):
        once(Twin(""), STRANGER, at(2026, 7, 6))


@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="SQLite lets one writer in at a time: nobody looks before another has written",
)
@pytest.mark.django_db(transaction=True)
def test_two_at_once_open_one_case(personas: Personas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both look for an earlier request before either of them writes."""
    system, gate, look = System(token_of(person("receiver"))), Barrier(2), repeat.earlier

    def together(key: str, request: str) -> Any:
        found = look(key, request)
        if found is None:
            gate.wait(20)
        return found

    def send(_: int) -> Any:
        try:
            return system.post("/cases", NEW, Idempotency_Key="both")
        finally:
            connection.close()

    monkeypatch.setattr(repeat, "earlier", together)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(send, range(2)))
    assert [one.status_code for one in answers] == [201, 201], [one.content.decode() for one in answers]
    assert {one.json()["id"] for one in answers} == {Case.objects.get().pk}
