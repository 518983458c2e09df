"""`fazhi law test`: green is silent and 0, a difference is printed with its place and exits 1."""

import json
from pathlib import Path

from typer.testing import CliRunner

from fazhi.cli import app

RUN = CliRunner()
WRONG = """\
# one wrong, one right
- {name: 甲, basis: 某法第一条, rule: recon-review-5wd, event: 2024-02-06,
   expect: {last_day: null, rolled: true}}
- {name: 乙, basis: 某法第一条, rule: recon-review-5wd, event: 2024-02-06, expect: {last_day: 2024-02-19}}
"""


def test_the_national_pack_is_green() -> None:
    result = RUN.invoke(app, ["law", "test"])
    assert result.exit_code == 0
    assert result.stdout.strip().endswith("项法律测试，0项不符")


def test_a_difference_is_shown_with_its_place_and_reasons(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, "utf-8")
    result = RUN.invoke(app, ["law", "test", str(path)])
    assert result.exit_code == 1
    assert "✗ 甲（某法第一条） wrong.yaml:2" in result.stdout
    assert "last_day 应为 不能确定，算得 2024-02-19" in result.stdout
    assert "rolled 应为 是，算得 否" in result.stdout
    assert result.stdout.endswith("2项法律测试，1项不符\n")


def test_a_machine_gets_the_differences_as_json(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, "utf-8")
    answer = json.loads(RUN.invoke(app, ["law", "test", str(path), "--json"]).stdout)
    assert (answer["run"], len(answer["failed"])) == (2, 1)
    assert answer["failed"][0]["differences"][0] == {
        "what": "last_day", "expected": None, "found": "2024-02-19"
    }  # fmt: skip
