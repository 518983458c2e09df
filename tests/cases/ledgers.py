"""Ledgers for tests: keys in a home of their own, some acts, days with checkpoints."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from fazhi.cases import signing
from fazhi.cases.actions import PublishCheckpoint, Transcribe
from fazhi.cases.models import Case, Checkpoint
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases.conftest import DAY
from tests.cases.test_transcribe import NOW, history
from tests.conftest import at

SINCE = date(2026, 1, 1)
ORIGIN = "演示区台账"


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    """An installation's own folder, without keys."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def key(home: Path) -> Period:
    """A signing key in use since the new year."""
    return signing.new(SINCE, ORIGIN)


def write_acts(actor: Actor, cases: int, when: datetime = NOW) -> list[Case]:
    """Two acts in each of some cases."""
    seen = set(Case.objects.values_list("pk", flat=True))
    Transcribe(histories=tuple(history(actor) for _ in range(cases))).perform(actor, when)
    return list(Case.objects.exclude(pk__in=seen).order_by("pk"))


def publish(month: int = 9, day: int = 2) -> Checkpoint:
    return PublishCheckpoint().perform(at(2026, month, day, 18))


__all__ = ["DAY", "NOW", "ORIGIN", "SINCE", "home", "key", "publish", "write_acts"]
