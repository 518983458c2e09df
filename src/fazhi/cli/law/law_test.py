"""``fazhi law test``: golden timelines and stories, checked where anybody can read the differences."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.option import AsJson, Below
from fazhi.cli.output import show_json
from fazhi.law.calendar import Calendar
from fazhi.packs import DISTRICT, calendar, golden, procedures, rules, stories

Test = golden.Golden | stories.Golden


def law_test(
    path: Annotated[
        Path | None, typer.Argument(help="法律测试的文件或者文件夹，默认运行规则包及其上层的全部测试")
    ] = None,
    pack: Below = DISTRICT,
    as_json: AsJson = False,
) -> None:
    """运行法律测试；有不符的，逐项列出并以状态1退出。"""
    timelines = golden.load(rules.load(pack), path) if path else golden.of(pack)
    told = () if path else stories.load(procedures.editions())
    report((*timelines, *told), calendar.load(pack), as_json=as_json)


def report(tests: Sequence[Test], days: Calendar, *, as_json: bool) -> None:
    """Print what differs and leave with status 1 if anything does."""
    failed = [test for test in tests if test.timeline.differences(days)]
    if as_json:
        show_json({"run": len(tests), "failed": [_as_dict(test, days) for test in failed]})
    else:
        for test in failed:
            typer.echo(readable(test, days))
        typer.echo(f"{len(tests)}项法律测试，{len(failed)}项不符")
    raise typer.Exit(1 if failed else 0)


def readable(test: Test, days: Calendar) -> str:
    """A failed test for a person: where it stands, what differs, and how the date came about."""
    line = test.timeline
    differences = [f"    {difference}" for difference in line.differences(days)]
    steps = [f"    {n}. {step}" for n, step in enumerate(line.explain(days), 1)]
    head = f"✗ {line.name}（{line.basis}） {test.file}:{test.line}"
    return "\n".join([head, *differences, *steps])


def _as_dict(test: Test, days: Calendar) -> dict[str, object]:
    line = test.timeline
    found = [vars(difference) for difference in line.differences(days)]
    return {
        "name": line.name,
        "basis": line.basis,
        "file": test.file,
        "line": test.line,
        "differences": found,
    }
