"""A new master key (轮换主密钥): every subject's key is wrapped anew, nothing that is sealed is touched."""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from fazhi.cases import vault
from fazhi.cases.models import SubjectKey
from fazhi.ledger.sealed import NONCE

BATCH = 500


@dataclass(frozen=True)
class Rotation:
    """What was done: the master key in use, how many keys came under it, how many are still to come."""

    master: str
    rewrapped: int
    left: int


@dataclass(frozen=True)
class RotateMaster:
    """A job for the operator; one that was interrupted goes on under the master key that it had made."""

    def perform(self) -> Rotation:
        """Wrap all keys anew, batch by batch; a key that is lawfully destroyed meanwhile stays destroyed."""
        master = vault.current() if _others(vault.current()).exists() else vault.add_master()
        done = 0
        while count := _batch(master):
            done += count
        return Rotation(master, done, _others(master).count())


def _others(master: str) -> QuerySet[SubjectKey]:
    return SubjectKey.objects.exclude(master=master)


@transaction.atomic
def _batch(master: str) -> int:
    rows = list(_others(master).select_for_update().order_by("pk")[:BATCH])
    for row in rows:
        again = vault.wrapped(row).rewrap(vault.masters(), master, nonce=secrets.token_bytes(NONCE))
        row.master, row.nonce, row.ciphertext = again.master, again.nonce, again.ciphertext
    SubjectKey.objects.bulk_update(rows, ["master", "nonce", "ciphertext"])
    return len(rows)
