"""A PostgreSQL cluster for one test run: its own loopback port, gone afterwards, also when root runs it."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fazhi.fault import Fault

FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""Durability is of no use to a database that is thrown away."""


def server() -> Path | None:
    """The folder of ``initdb``: that of ``PG_BIN``, of the search path, or the newest the system has."""
    if named := os.environ.get("PG_BIN"):
        return Path(named)
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    installed = [p for pattern in FOLDERS for p in Path("/").glob(pattern[1:]) if (p / "initdb").exists()]
    return max(installed, key=_version, default=None)


def _version(folder: Path) -> int:
    return int("".join(c for c in folder.parent.name if c.isdigit()) or 0)


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """Start a cluster and give its address ``postgresql://…``; it is stopped and deleted at the end."""
    folder = Path(tempfile.mkdtemp(prefix="fazhi-pg-"))
    try:
        if _is_root():
            shutil.chown(folder, "postgres", "postgres")
        port = free_port()
        _start(binaries, folder, port)
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/fazhi"
        finally:
            _run(binaries, folder, "pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(binaries: Path, folder: Path, port: int) -> None:
    settings = (f"listen_addresses=127.0.0.1 unix_socket_directories={folder}".split(), FAST)
    options = " ".join([f"-p {port}", *(f"-c {s}" for group in settings for s in group)])
    create = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    _run(binaries, folder, "initdb", "-D", f"{folder}/data", *create)
    _run(
        binaries,
        folder,
        "pg_ctl",
        "-D",
        f"{folder}/data",
        "-w",
        "-l",
        f"{folder}/log",
        "-o",
        options,
        "start",
    )


def _run(binaries: Path, folder: Path, program: str, *arguments: str) -> None:
    """Run a program of the server, as user ``postgres`` where we are root: it refuses to run as root."""
    owner = "postgres" if _is_root() else None
    output = folder / "output"
    try:
        with output.open("wb") as sink:
            subprocess.run(
                [binaries / program, *arguments], cwd=folder, check=True,
                stdin=subprocess.DEVNULL, stdout=sink, stderr=sink,
                user=owner, group=owner, extra_groups=[] if owner else None,
            )  # fmt: skip
    except (OSError, subprocess.CalledProcessError) as error:
        why = output.read_text("utf-8", "replace").strip() or error
        raise Fault(
            "run.E004",
            f"临时 PostgreSQL 的 {program} 失败：{why}",
            "请检查 PostgreSQL 安装，或以 PG_BIN 指定其程序目录",
        ) from error


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
