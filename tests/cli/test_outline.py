"""``fazhi outline read``: a document's measures for people and for machines, without a database."""

import json
from pathlib import Path

from tests.cli.command import Installation
from tests.shared import ROOT

DOCUMENT = ROOT / "tests" / "outline" / "documents" / "01-half-width-brackets.txt"


def test_a_machine_gets_the_contracted_json(installation: Installation) -> None:
    done = installation.run("outline", "read", str(DOCUMENT), "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert set(found) == {"title", "metadata", "measures", "unread"}
    first = found["measures"][0]
    assert first["number"] == "1"
    assert first["lead"] == ["区委编办"]
    assert first["responsible"] == ["区政府各部门", "各街道"]
    assert (first["cooperating"], first["deadline"]) == ([], None)
    duty = first["duties"][0]
    assert {"text", "modality", "quantity", "unit", "frequency", "due", "span"} <= set(duty)
    assert DOCUMENT.read_text("utf-8")[slice(*duty["span"])] == duty["text"]
    assert {"span", "text", "why"} == set(found["unread"][0])


def test_a_person_gets_measures_and_units_to_read(installation: Installation) -> None:
    done = installation.run("outline", "read", str(DOCUMENT))
    assert "举措 3 项" in done.stdout
    assert "牵头：区委编办；责任：区政府各部门、各街道" in done.stdout


def test_an_unreadable_file_ends_with_status_2_and_a_code(installation: Installation, tmp_path: Path) -> None:
    broken = tmp_path / "破损.docx"
    broken.write_bytes(b"PK\x03\x04")
    plain = installation.run("outline", "read", str(broken))
    assert (plain.returncode, plain.stdout) == (2, "")
    assert "[outline.E005]" in plain.stderr
    machine = installation.run("outline", "read", str(broken), "--json")
    assert machine.returncode == 2
    assert json.loads(machine.stderr)["code"] == "outline.E005"


def test_a_missing_file_ends_with_status_2_and_a_code(installation: Installation, tmp_path: Path) -> None:
    done = installation.run("outline", "read", str(tmp_path / "没有.txt"))
    assert done.returncode == 2
    assert "[outline.E006]" in done.stderr
