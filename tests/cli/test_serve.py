"""The website answers, and a few slow visitors do not keep the others waiting."""

import shutil
import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.cli.command import Installation
from tools.postgres import free_port

SLOW_HEADERS = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
SLOW_BODY = b"POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nbegun"


FORWARDED = {"X-Forwarded-Proto": "https"}


@contextmanager
def served(home: Path, migrated: Installation, **settings: str) -> Iterator[int]:
    """The plain site on a port of its own."""
    shutil.copytree(migrated.home, home)
    settings = {"DJANGO_SETTINGS_MODULE": "tests.cli.site", **settings}
    plain = Installation(home, tuple(settings.items()))
    number = free_port()
    with plain.running("serve", "--port", str(number), "--workers", "1"):
        wait_for(number)
        yield number


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, migrated: Installation) -> Iterator[int]:
    with served(tmp_path_factory.mktemp("served") / "home", migrated) as number:
        yield number


def wait_for(port: int) -> None:
    """Return once the server answers; an answer that is an error ends the test at once."""
    for _ in range(600):
        try:
            get(port, "/")
        except HTTPError:
            raise
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not come up in 30 s")


def get(port: int, path: str, **headers: str) -> bytes:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return bytes(answer.read())


def test_pages_and_static_files_are_served(port: int) -> None:
    assert get(port, "/").decode() == "在线 http"
    assert b"htmx" in get(port, "/static/django_htmx/htmx-2.min.js")


def test_a_proxy_is_believed_about_https_only_where_the_operator_says_so(
    port: int, installation: Installation, migrated: Installation
) -> None:
    assert get(port, "/", **FORWARDED).decode() == "在线 http"
    with served(installation.home, migrated, FAZHI_SECURE="true") as secure:
        assert get(secure, "/", **FORWARDED).decode() == "在线 https"


def test_the_machine_itself_is_answered_whatever_the_public_name(
    installation: Installation, migrated: Installation
) -> None:
    with served(installation.home, migrated, FAZHI_HOSTS="fazhi.example", FAZHI_SECURE="true") as number:
        assert get(number, "/", Host="fazhi.example").decode() == "在线 http"
        with pytest.raises(HTTPError) as refused:
            get(number, "/", Host="elsewhere.example")
        assert refused.value.code == 400


@pytest.mark.parametrize(("begun", "visitors"), [(SLOW_HEADERS, 40), (SLOW_BODY, 8)])
def test_slow_visitors_do_not_keep_others_waiting(port: int, begun: bytes, visitors: int) -> None:
    with ExitStack() as connections:
        for _ in range(visitors):
            slow = connections.enter_context(socket.create_connection(("127.0.0.1", port)))
            slow.sendall(begun)
        time.sleep(0.3)
        assert get(port, "/").decode() == "在线 http"


def test_a_port_in_use_is_named_with_another_to_try(port: int, installation: Installation) -> None:
    refused = installation.run("serve", "--port", str(port))
    assert refused.returncode == 2
    assert "[serve.E001]" in refused.stderr
    assert f"--port {port + 1}" in refused.stderr


def test_a_database_without_its_tables_is_not_served(installation: Installation) -> None:
    assert "[schema.E001]" in installation.run("serve", "--port", str(free_port())).stderr
