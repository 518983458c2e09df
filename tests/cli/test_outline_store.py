"""``fazhi outline import`` and ``export``: the same actions as the pages, for scripts and first fillings."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Installation
from tests.shared import ROOT

DOCUMENT = str(ROOT / "tests" / "outline" / "documents" / "07-one-line.txt")
TERM = ("--from", "2022-01-01", "--to", "2025-12-31", "--by", "demo-coordinator")


def test_nothing_is_imported_while_a_unit_is_undecided(demo: Installation) -> None:
    done = demo.run("outline", "import", DOCUMENT, *TERM)
    assert done.returncode == 2
    assert "[duties.E005]" in done.stderr
    assert "区大数据局" in done.stderr
    assert "庚区" in demo.run("outline", "export", "庚区", "-o", "x.xlsx").stderr


def test_an_outline_is_tried_imported_and_exported(demo: Installation, tmp_path: Path) -> None:
    decided = (*TERM, "--resolve", "区大数据局=", "--json")
    tried = json.loads(demo.run("outline", "import", DOCUMENT, *decided, "--dry-run").stdout)
    assert (tried["dry_run"], len(tried["changes"])) == (True, 4)
    kept = json.loads(demo.run("outline", "import", DOCUMENT, *decided).stdout)
    assert (kept["outline"], kept["edition"]) == ("庚区数字政府建设实施方案", 1)
    again = demo.run("outline", "import", DOCUMENT, *decided)
    assert json.loads(again.stderr)["code"] == "duties.E004"
    table = tmp_path / "分解表.docx"
    demo.run("outline", "export", "庚区", "-o", str(table))
    read = json.loads(demo.run("outline", "read", str(table), "--json").stdout)
    assert [m["lead"] for m in read["measures"]] == [
        ["区大数据局"],
        ["区大数据局"],
        ["区委网信办"],
        ["区政府办"],
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("import", DOCUMENT, *TERM[:4], "--by", "nobody"), "outline.E011"),
        (("import", DOCUMENT, *TERM[:4], "--by", "demo-justice"), "office.E001"),
        (("import", DOCUMENT, *TERM, "--resolve", "区大数据局"), "outline.E012"),
        (("export", "河东区", "-o", "x.pdf"), "outline.E013"),
        (("export", "没有的纲要", "-o", "x.xlsx"), "outline.E014"),
        (("export", "河东区", "-o", "/没有的目录/x.xlsx"), "outline.E015"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_code(
    demo: Installation, arguments: tuple[str, ...], code: str
) -> None:
    done = demo.run("outline", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr
