"""Copies of a PostgreSQL database by its own tools, taken and put back in one transaction each."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from fazhi import transport
from fazhi.cli.progress import waiting
from fazhi.fault import Fault

SEALS = ("sslmode", *transport.FILES)
EMPTY = ("-c", "DROP SCHEMA public CASCADE", "-c", "CREATE SCHEMA public")


def save(target: Path) -> None:
    """Dump the database into a file of PostgreSQL's own compressed format."""
    with waiting("正在备份…"):
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}")


def load(source: Path) -> None:
    """Put a dump back in place of everything in the database, or change nothing where it fails."""
    with TemporaryDirectory() as folder, waiting("正在恢复…"):
        script = f"{folder}/script.sql"
        _run("pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(source))
        _run("psql", "-qX", "-v", "ON_ERROR_STOP=1", "--single-transaction", *EMPTY, "-f", script)


def is_copy(path: Path) -> bool:
    """Whether a file is a dump of a database of this software."""
    listed = subprocess.run([_tool("pg_restore"), "--list", path], capture_output=True, text=True)
    return listed.returncode == 0 and " django_migrations " in listed.stdout


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run([_tool(tool), *arguments], env=_environ(), capture_output=True, text=True)
    if done.returncode:
        raise Fault("backup.E005", f"{tool} 失败：{done.stderr.strip()}", "数据库未改动；请排除原因后重试")


def _tool(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise Fault("backup.E004", f"没有找到 {name}", "请安装与服务端同版本的 postgresql-client")


def _environ() -> dict[str, str]:
    """The connection as PostgreSQL's tools read it: no password on any command line."""
    from django.db import connection

    given = {key: str(connection.settings_dict[key] or "") for key in ("HOST", "PORT", "USER", "PASSWORD")}
    given |= {key.upper(): connection.settings_dict["OPTIONS"].get(key, "") for key in SEALS}
    return {
        **os.environ,
        "PGDATABASE": str(connection.settings_dict["NAME"]),
        **{f"PG{key}": value for key, value in given.items() if value},
        "PGOPTIONS": "-c client_min_messages=warning",
    }
