"""``python3 run.py pictures [NAME …]``: the documentation shows the pages as they are now.

Fills a demo district of its own, serves it, and takes every picture of ``pictures.yaml``, or those named.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Error

from fazhi.fault import Fault
from tools import postgres
from tools.camera import Camera, browser
from tools.environment import ROOT, clean_environ, say
from tools.picture import chosen

FOLDER = ROOT / "docs" / "screenshots"
PATIENCE = 60
"""Seconds until the server must answer."""


def main(names: list[str]) -> int:
    """Take them; 1 where one could not be taken, which is then named."""
    wanted, failed = chosen(names), []
    with tempfile.TemporaryDirectory(prefix="fazhi-pictures-") as home:
        sessions = prepared(Path(home), {one.who for one in wanted})
        with served(Path(home) / "demo") as url, browser() as chromium:
            camera = Camera(chromium, url, FOLDER)
            for one in wanted:
                say(one.name)
                try:
                    camera.take(one, sessions[one.who])
                except (Error, LookupError) as error:
                    failed.append(f"{one.name}: {error}")
    print(f"{len(wanted) - len(failed)} pictures in {FOLDER}", *failed, sep="\n")
    return 1 if failed else 0


def prepared(home: Path, people: set[str]) -> dict[str, dict[str, str]]:
    """A furnished demo district as of now; gives the cookies of each of the people."""
    from fazhi.cli import demo, framework, schema

    say("demo district")
    demo.isolate(home / "demo", fresh=False)
    framework.start()
    schema.bring_up_to_date()
    demo.load()
    from tools import furniture

    furniture.furnish()
    return {who: furniture.cookies(who) for who in people}


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The address of the site while it is served; ``Fault`` pictures.E002 where it does not answer."""
    port = postgres.free_port()
    environ = clean_environ() | {
        "FAZHI_HOME": str(home),
        "FAZHI_DEMO": "true",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "fazhi", "serve", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        answered(url)
        yield url
    finally:
        server.terminate()
        server.wait()


def answered(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urlopen(f"{url}/healthz").close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise Fault("pictures.E002", f"演示网站在 {PATIENCE} 秒内没有应答", "原因见上方输出")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
