"""Whether this installation can do its work: database, tables, keys, disk, and whether its worker lives."""

import os
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from fazhi import credential
from fazhi.config import SECRET
from fazhi.notices import pulse
from fazhi.office import keyfile

DISK = 512 * 2**20
"""Bytes that must be free where the installation keeps its files: less does not hold a day's uploads."""


@dataclass(frozen=True)
class Condition:
    """Each check; without the worker pages still work, so that ``ready`` does not ask for it."""

    database: bool
    migrations: bool
    keys: bool
    disk: bool
    worker: bool

    @property
    def ready(self) -> bool:
        return self.database and self.migrations and self.keys and self.disk

    def as_dict(self) -> dict[str, bool]:
        """The checks for a monitor; nothing here is data."""
        return {"ready": self.ready, **asdict(self)}


def condition(at: datetime) -> Condition:
    """The state of the installation at a moment."""
    reached = database_answers()
    beat = pulse.age(at)
    return Condition(
        database=reached,
        migrations=reached and not missing(),
        keys=_keys_can_be_read(),
        disk=free() >= DISK,
        worker=beat is not None and beat <= pulse.ALIVE,
    )


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def missing() -> frozenset[tuple[str, str]]:
    """Migrations that this version has and the database has not."""
    return _known() - set(MigrationRecorder(connection).applied_migrations())


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations or ())


def _keys_can_be_read() -> bool:
    """The keys are in the home folder or handed over; what cannot be read cannot be opened or signed."""
    secret = credential.found(settings.HOME, settings.CONFIG.secrets, SECRET)
    return bool(secret) and all(os.access(path, os.R_OK) for path in (*secret, *keyfile.held("*")))


def free() -> int:
    """Bytes free where the installation keeps its files."""
    return shutil.disk_usage(settings.HOME).free
