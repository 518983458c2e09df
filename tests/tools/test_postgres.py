"""The throw-away cluster answers on loopback only and is gone afterwards, whatever happened in between."""

from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from fazhi.fault import Fault
from tools import postgres


@pytest.fixture
def binaries() -> Path:
    found = postgres.server()
    if found is None:
        pytest.skip("no PostgreSQL server is installed on this machine")
    return found


def test_a_cluster_answers_and_is_gone_even_after_a_failure(binaries: Path) -> None:
    with pytest.raises(ZeroDivisionError), postgres.cluster(binaries) as address:  # noqa: PT012
        server = address.replace("/fazhi", "/postgres")
        with psycopg.connect(server) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
            listening = connection.execute("SHOW listen_addresses").fetchone()
        1 / 0  # noqa: B018
    assert listening == ("127.0.0.1",)
    assert row is not None
    assert not Path(row[0]).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server)


def test_a_server_that_cannot_start_says_why() -> None:
    with TemporaryDirectory() as folder:
        broken = Path(folder, "initdb")
        broken.write_text("#!/bin/sh\necho disk is full >&2\nexit 1\n")
        for path in (broken, broken.parent):
            path.chmod(0o755)
        with pytest.raises(Fault, match=r"run\.E004.*disk is full"), postgres.cluster(broken.parent):
            pass


def test_a_server_whose_programs_are_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"run\.E004"), postgres.cluster(tmp_path / "nothing"):
        pass
