"""The client in the documents works against a server that runs."""

import runpy
import subprocess
import sys
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from fazhi.cases.models import Case
from tests.api.conftest import System, token_of
from tests.api.test_cases import NEW, RECEIVED
from tests.architecture.repository import ROOT
from tests.cases.conftest import person
from tests.conftest import Personas

CLIENT = ROOT / "docs" / "examples" / "api_client.py"


@pytest.fixture
def client_of(live_server: LiveServer, personas: Personas) -> Any:
    """The module's ``Fazhi`` with a token of the receiving clerk."""
    module = runpy.run_path(str(CLIENT))
    return module, module["Fazhi"](live_server.url, token_of(person("receiver")))


@pytest.mark.django_db(transaction=True)
def test_the_client_opens_a_case_acts_in_it_and_lists_it(client_of: Any) -> None:
    module, fazhi = client_of
    opened = fazhi.open(NEW)
    _, seen = fazhi.case(opened["id"])
    assert fazhi.act(opened["id"], seen, RECEIVED)["sequence"] == 2
    with pytest.raises(module["Problem"]) as refused:
        fazhi.act(opened["id"], seen, RECEIVED)
    assert (refused.value.status, refused.value.code) == (412, "cases.E409")
    assert [one["sequence"] for one in fazhi.part(opened["id"], "acts")] == [1, 2]
    for _ in range(2):
        fazhi.open(NEW)
    assert len(list(fazhi.cases(limit="1"))) == Case.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_its_command_prints_what_is_open(client_of: Any) -> None:
    _, fazhi = client_of
    number = fazhi.open(NEW)["number"]
    printed = subprocess.run(
        [sys.executable, CLIENT, fazhi.site],
        env={"FAZHI_TOKEN": fazhi.token, "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, check=True, encoding="utf-8", timeout=120,
    ).stdout  # fmt: skip
    assert number in printed
    assert "可以" in printed
    assert "《政府信息公开条例》第三十三条第二款" in printed
    assert isinstance(System(fazhi.token).get("/cases").json()["cases"], list)
