"""The demo district: the real thing to look at in one command, apart from any installation's own data."""

import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from fazhi import config, credential
from fazhi.cli import framework, schema, serve
from fazhi.cli.option import AsJson, Host, Port
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.cli.worker import worker

if TYPE_CHECKING:
    from fazhi.demo.load import Report

Serve = Annotated[bool, typer.Option("--serve/--no-serve", help="准备好后启动网站")]
Fresh = Annotated[bool, typer.Option("--fresh", help="清除上次的演示数据，重新开始")]


def demo(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    opened: Serve = True,
    fresh: Fresh = False,
    as_json: AsJson = False,
) -> None:
    """建立演示区并启动网站（不影响正式数据；上次办理的内容保留）。"""
    if opened:
        serve.demand_free(host, port)
    home = config.read().home / "demo"
    isolate(home, fresh=fresh)
    framework.start()
    schema.bring_up_to_date()
    report = load()
    show_json({"home": str(home), **asdict(report)}) if as_json else show(report)
    if opened:
        with worker_beside():
            serve.run(host, port, workers=1)


@contextmanager
def worker_beside() -> Iterator[None]:
    """The worker in a process of its own while the website runs: what visitors enter is found, too."""
    process = multiprocessing.get_context("spawn").Process(target=work, daemon=True)
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join()


def work() -> None:
    """Rounds until the website ends, in whatever way it does."""
    Thread(target=_end_with_the_website, daemon=True).start()
    worker()


def _end_with_the_website() -> None:
    website = multiprocessing.parent_process()
    assert website
    website.join()
    os.kill(os.getpid(), signal.SIGTERM)


def isolate(home: Path, *, fresh: bool) -> None:
    """Point this process at the demo's own folder and database, whatever the installation's settings are."""
    if fresh:
        shutil.rmtree(home, ignore_errors=True)
    for name in (*(config.PREFIX + one for one in ("DATABASE", "SECURE", "DEBUG")), *credential.FOLDERS):
        os.environ.pop(name, None)
    os.environ[config.PREFIX + "HOME"] = str(home)
    os.environ[config.PREFIX + "DEMO"] = "true"


def load() -> "Report":
    """Fill the demo's database as of now; gives its log-ins and how much it holds."""
    from django.utils import timezone

    from fazhi.demo.load import load as load_district

    with waiting("正在载入演示区：机构、人员、纲要与任务…"):
        return load_district(timezone.now())


def show(report: "Report") -> None:
    """Print who may enter and how."""
    table = Table("用户名", "口令", "姓名", "角色", title="演示账号（均为虚构）")
    for login in report.logins:
        table.add_row(login.login, login.password, login.name, login.persona)
    Console().print(table)
    print(f"举措 {report.measures} 项，任务 {report.duties} 条，应办事项 {report.occurrences} 件")
    print(f"清单 {report.registers} 份")
