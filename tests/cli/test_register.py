"""``fazhi register``: the same actions as the pages, for scripts and first fillings."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Installation
from tests.registers.lists import row, xlsx

POWERS = "power-list"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "清单.xlsx"
    path.write_bytes(xlsx([row(1, organ="区民政局"), row(2, organ="区民政局"), row(3, organ="星际办")]))
    return str(path)


def test_a_list_is_tried_then_kept_in_part(demo: Installation, file: str) -> None:
    who = ("--of", "civil-affairs", "--by", "demo-coordinator", "--open")
    tried = demo.read("register", "import", POWERS, file, *who, "--dry-run")
    assert (tried["good"], tried["bad"][0]["line"], tried["dry_run"]) == (2, 4, True)
    whole = demo.run("register", "import", POWERS, file, *who)
    assert (whole.returncode, "[registers.E010]" in whole.stderr) == (2, True)
    assert "第4行" in whole.stderr
    kept = demo.read("register", "import", POWERS, file, *who, "--partial")
    assert (kept["edition"], kept["good"]) == (1, 2)
    again = demo.run("register", "import", POWERS, file, *who[:4], "--partial", "--json")
    assert json.loads(again.stderr)["code"] == "registers.E012"


def test_the_list_of_lists_says_what_is_in_force(demo: Installation) -> None:
    kinds = {kind["kind"]: kind for kind in demo.read("register", "list")}
    assert {"power-list", "enforcement-items", "service-items", "certificates"} <= set(kinds)
    justice = next(r for r in kinds[POWERS]["registers"] if "司法局" in r["keeper"])
    assert (justice["in_force"], justice["demo"]) == (2, True)


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_what_is_exported_can_be_brought_in_again(demo: Installation, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"清单.{form}"
    done = demo.run("register", "export", POWERS, "--of", "justice", "-o", str(target))
    assert done.returncode == 0, done.stderr
    who = ("--of", "justice", "--by", "demo-justice", "--dry-run")
    assert demo.read("register", "import", POWERS, str(target), *who)["bad"] == []


def test_the_template_is_a_workbook(demo: Installation, tmp_path: Path) -> None:
    target = tmp_path / "模板.xlsx"
    assert demo.run("register", "export", POWERS, "--template", "-o", str(target)).returncode == 0
    assert target.read_bytes().startswith(b"PK")


def test_the_audit_flags_and_says_so_to_a_script(demo: Installation) -> None:
    done = demo.run("register", "audit", "enforcement-items", "--of", "market", "--json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)
    assert found["flagged"] == 3
    assert set(found["counts"]) == {"repealed", "no-article", "rank-too-low"}
    clean = demo.run("register", "audit", POWERS, "--of", "justice")
    assert (clean.returncode, "需要处理0项" in clean.stdout) == (0, True)
    early = demo.run("register", "audit", POWERS, "--of", "justice", "--on", "2020-01-01", "--json")
    assert json.loads(early.stdout)[0]["flagged"] > 0


def test_two_editions_and_three_lists_are_compared(demo: Installation) -> None:
    changed = demo.read("register", "diff", POWERS, "--of", "justice")
    assert [(c["change"], c["key"]) for c in changed["changes"]] == [
        ("changed", "YS-SF-002"), ("changed", "YS-SF-004"), ("added", "YS-SF-007"), ("removed", "YS-SF-006"),
    ]  # fmt: skip
    aligned = demo.read("register", "diff", POWERS, "--of", "justice", "--with", "演示·市级司法行政部门")
    assert aligned["entries"][0]["standing"] == "conflict"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", POWERS, "--of", "justice", "-o", "x.pdf"), "registers.E064"),
        (("export", POWERS, "--of", "nobody", "-o", "x.csv"), "registers.E060"),
        (("export", POWERS, "--of", "justice", "--edition", "9", "-o", "x.csv"), "registers.E061"),
        (("export", POWERS, "--of", "justice", "-o", "/没有的目录/x.csv"), "registers.E065"),
        (("export", "no-list", "--template", "-o", "x.xlsx"), "registers.E013"),
        (("import", POWERS, "/没有的文件.xlsx", "--of", "justice", "--by", "demo-justice"), "registers.E063"),
        (("import", POWERS, "FILE", "--of", "justice", "--by", "nobody"), "registers.E062"),
        (("import", POWERS, "FILE", "--of", "justice", "--by", "demo-street"), "office.E001"),
        (("import", POWERS, "FILE", "--of", "x", "--by", "demo-coordinator", "--open"), "registers.E060"),
        (("diff", POWERS, "--of", "justice", "--with", "某部门"), "registers.E060"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_code(
    demo: Installation, file: str, arguments: tuple[str, ...], code: str
) -> None:
    done = demo.run("register", *(file if part == "FILE" else part for part in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr
