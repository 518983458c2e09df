"""``fazhi number``: every number of a series with what became of it; one taken, one voided."""

import json

from tests.cli.command import Installation

CLERK = ("--by", "demo-justice")


def test_numbers_are_taken_voided_and_explained(demo: Installation) -> None:
    taken = demo.read("number", "take", "演示令", "--for", "演示·决定", *CLERK)["number"]
    assert taken.endswith("〕1号")
    listed = {one["series"]: one for one in demo.read("number", "list")}
    held = listed[taken.removesuffix("1号")]
    assert (held["last"], held["open"], held["missing"]) == (1, 1, [])
    assert held["explained"] == [{"number": taken, "purpose": "演示·决定", "voided": ""}]
    assert demo.run("number", "void", taken, "--reason", "演示：不再发文", *CLERK).returncode == 0
    assert f"{taken}　作废：演示：不再发文" in demo.run("number", "list").stdout


def test_what_is_wrong_is_said_with_a_code(demo: Installation) -> None:
    again = demo.run("number", "void", "无此号", "--reason", "x", *CLERK, "--json")
    assert (again.returncode, json.loads(again.stderr)["code"]) == (2, "documents.E069")
    nobody = demo.run("number", "take", "演示令", "--for", "x", "--by", "nobody")
    assert "[documents.E068]" in nobody.stderr
    latin = demo.run("number", "take", "ABC", "--for", "x", *CLERK)
    assert "[documents.E020]" in latin.stderr
