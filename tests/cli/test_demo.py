"""One command shows the real thing, apart from any installation's own data, and again the second time."""

import urllib.request
from dataclasses import replace
from importlib.util import find_spec
from itertools import takewhile

import pytest

from tests.cli.command import Installation
from tests.cli.test_serve import wait_for
from tools.postgres import free_port


def test_the_demo_has_its_own_data_whatever_the_installation_uses(installation: Installation) -> None:
    real = replace(installation, settings=(("FAZHI_DATABASE", "postgresql://nobody@127.0.0.1:1/real"),))
    report = real.read("demo", "--no-serve")
    assert report["home"] == str(installation.home / "demo")
    assert report["duties"] > 0
    assert [path.name for path in installation.home.iterdir()] == ["demo"]


def test_the_demo_goes_on_where_it_was_unless_asked_to_begin_afresh(installation: Installation) -> None:
    first = installation.read("demo", "--no-serve")
    assert installation.read("demo", "--no-serve") == first
    again = installation.read("demo", "--no-serve", "--fresh")
    assert {**again, "logins": None} == {**first, "logins": None}
    assert again["logins"] != first["logins"]


@pytest.mark.skipif(not find_spec("fazhi.web"), reason="the pages are not part of this checkout yet")
def test_the_log_ins_are_printed_and_the_website_is_open(installation: Installation) -> None:
    port = free_port()
    with installation.running("demo", "--port", str(port)) as process:
        assert process.stdout is not None
        lines = list(takewhile(lambda line: "http://" not in line, process.stdout))
        assert any("口令" in line for line in lines)
        wait_for(port)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
            assert page.status == 200
