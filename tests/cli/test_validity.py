"""``fazhi validity``: the check and the import, for scripts and for the first filling."""

import json
from pathlib import Path

from tests.chapters.decisions.validity.people import cells
from tests.chapters.decisions.validity.test_register import sheet
from tests.cli.command import Installation


def test_a_list_is_tried_then_kept_in_part_and_checked(demo: Installation, tmp_path: Path) -> None:
    file = tmp_path / "目录.csv"
    good = cells("试〔2021〕1号", issuer="区司法局")
    file.write_bytes(sheet(good, cells("试〔2021〕2号", organ="星际办")))
    who = ("validity", "import", str(file), "--by", "demo-coordinator")
    tried = demo.read(*who, "--dry-run")
    assert (tried["good"], tried["bad"][0]["line"], tried["registered"]) == (1, 3, 0)
    whole = demo.run(*who)
    assert (whole.returncode, "[validity.E025]" in whole.stderr, "第3行" in whole.stderr) == (2, True, True)
    assert demo.read(*who, "--partial")["registered"] == 1
    again = demo.run(*who, "--partial", "--json")
    assert json.loads(again.stderr)["code"] == "validity.E025"
    first, second = (demo.read("validity", "check", "--again") for _ in range(2))
    assert first["found"] >= second["found"] == 0
    assert demo.run("worker", "--once").returncode == 0
