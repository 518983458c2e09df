"""One command shows the real thing, apart from any installation's own data, and again the second time."""

import json
import shutil
import time
import urllib.request
from importlib.util import find_spec
from itertools import takewhile

import pytest

from tests.cli.command import Installation
from tests.cli.conftest import Shown
from tests.cli.test_serve import get, wait_for
from tools.postgres import free_port


@pytest.fixture
def again(installation: Installation, demonstrated: Installation) -> Installation:
    """An installation that showed the demo before."""
    shutil.copytree(demonstrated.home, installation.home / "demo")
    return installation


def test_the_demo_has_its_own_data_whatever_the_installation_uses(shown: Shown) -> None:
    assert shown.report["home"] == str(shown.real.home / "demo")
    assert shown.report["duties"] > 0
    assert [path.name for path in shown.real.home.iterdir()] == ["demo"]


def test_the_demo_goes_on_where_it_was_unless_asked_to_begin_afresh(
    again: Installation, shown: Shown
) -> None:
    first = {**shown.report, "home": str(again.home / "demo")}
    assert again.read("demo", "--no-serve") == first
    afresh = again.read("demo", "--no-serve", "--fresh")
    assert {**afresh, "logins": None} == {**first, "logins": None}
    assert afresh["logins"] != first["logins"]


@pytest.mark.skipif(not find_spec("fazhi.web"), reason="the pages are not part of this checkout yet")
def test_the_log_ins_are_printed_and_the_website_is_open(again: Installation) -> None:
    port = free_port()
    with again.running("demo", "--port", str(port)) as process:
        assert process.stdout is not None
        lines = list(takewhile(lambda line: "http://" not in line, process.stdout))
        assert any("口令" in line for line in lines)
        wait_for(port)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
            assert page.status == 200
        for _ in range(600):
            if json.loads(get(port, "/readyz"))["worker"]:
                return
            time.sleep(0.1)
        raise AssertionError("no worker within a minute: what visitors enter is never found")
