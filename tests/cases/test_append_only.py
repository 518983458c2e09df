"""What a case was stays what it was: the database refuses whoever asks."""

from typing import Any

import pytest
from django.db import Error, connection, transaction

from fazhi.cases import append_only
from fazhi.cases.actions import Attachment, Look, Reproject
from fazhi.cases.models import Case, Party, Redated, Subtree
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases.conftest import DAY, do
from tests.cases.ledgers import home, key, publish
from tests.conftest import at

__all__ = ["home", "key"]
KEYS = {"cases_storededition": "hash", "cases_leaf": "position", "cases_checkpoint": "day"}


@pytest.fixture
def full(key: Period, case: Case, receiver: Actor) -> None:
    """A row in every table."""
    facts: dict[str, Any] = {"channel": "in-person", "submitted_on": DAY}
    do(case, receiver, "receive", DAY, facts=facts, papers=(Attachment("申请书", "演示.txt", b"demo"),))
    Look(party=Party.objects.get(), purpose="演示").perform(receiver, at(2026, 7, 6, 12))
    entry = Reproject().perform(at(2026, 7, 6, 12))
    publish()
    Subtree.objects.create(level=8, index=0, digest="")
    Redated.objects.create(reprojection=entry, case=case, name="reply")


@pytest.mark.parametrize("table", [*append_only.TABLES.tables, *append_only.LEDGER.tables])
def test_no_row_is_changed_or_deleted(full: None, table: str) -> None:
    key = KEYS.get(table, "id")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone()[0] > 0
    for statement in (f"UPDATE {table} SET {key} = {key}", f"DELETE FROM {table}"):
        with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
