"""`fazhi law period`: the machine contract, the text for people, and quick refusals."""

import json
import subprocess
import sys

from typer.testing import CliRunner

from fazhi.cli import app

RUN = CliRunner()
SPRING = ["law", "period", "--from", "2024-02-06", "--count", "5", "--unit", "working-day"]


def test_the_json_has_exactly_the_agreed_fields() -> None:
    answer = json.loads(RUN.invoke(app, [*SPRING, "--json"]).stdout)
    steps = answer.pop("explanation")
    assert answer == {
        "raw_last_day": "2024-02-19",
        "last_day": "2024-02-19",
        "rolled": False,
        "provisional": False,
        "conservative_last_day": "2024-02-19",
    }
    assert "不计春节放假8日：2024-02-10至2024-02-17" in steps


def test_a_year_without_notice_answers_null() -> None:
    arguments = ["law", "period", "--from", "2026-11-05", "--count", "60", "--unit", "calendar-day", "--json"]
    answer = json.loads(RUN.invoke(app, arguments).stdout)
    assert (answer["raw_last_day"], answer["last_day"], answer["provisional"]) == ("2027-01-04", None, True)


def test_a_person_reads_the_day_first() -> None:
    lines = RUN.invoke(app, SPRING).stdout.splitlines()
    assert lines[0] == "最后一日：2024-02-19"
    assert lines[1].startswith("1. 2024-02-06（星期二）当日不计入")


def test_backward_and_no_roll_are_options() -> None:
    hearing = ["law", "period", "--from", "2024-02-20", "--count", "5", "--unit", "working-day", "--backward"]
    assert RUN.invoke(app, hearing).stdout.startswith("最后一日：2024-02-07")
    resting = [
        "law",
        "period",
        "--from",
        "2024-08-02",
        "--count",
        "60",
        "--unit",
        "calendar-day",
        "--no-roll",
    ]
    assert RUN.invoke(app, resting).stdout.startswith("最后一日：2024-10-01")


def test_a_date_that_is_none_is_refused_with_its_code() -> None:
    command = [sys.executable, "-c", "from fazhi.cli import main; main()", *SPRING, "--json"]
    command[command.index("2024-02-06")] = "2024-02-30"
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert json.loads(done.stderr)["code"] == "law.E105"


def test_the_command_starts_without_django() -> None:
    script = "import sys; from fazhi.cli import app; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
