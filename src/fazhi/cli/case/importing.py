"""Cases that ran elsewhere, brought in from a file, with a report line by line."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.cases.actions.transcribe import Result
    from fazhi.cases.transcript import Transcript
    from fazhi.office.actor import Actor

LARGEST = 256 * 2**20
File = Annotated[
    Path, typer.Argument(help="JSONL 文件，每行一件案件，材料在它的文件夹里；格式见 docs/cases.md")
]
Login = Annotated[str, typer.Option("--by", help="以谁的名义登记（登录名）")]
Partly = Annotated[bool, typer.Option("--partly", help="有不合格的行时，仍导入其余各行")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只判断，不写入")]
Wrong = tuple[str, Fault]


def importing(
    file: File, by: Login, partly: Partly = False, dry_run: DryRun = False, as_json: AsJson = False
) -> None:
    """导入在别处办理的案件：逐个行为依程序判断，登记时间为导入之时；不合格的逐行说明。"""
    framework.start()
    schema.demand_current()
    content = read_bytes(file, LARGEST, "cases.E073")
    if len(content) > LARGEST:
        raise Fault("cases.E073", f"{file} 超过 {LARGEST // 2**20} MB", "请拆成几个文件分别导入")
    with waiting("正在判断各案…"):
        result, wrong = _imported(content.splitlines(), file.parent, by, partly=partly, dry_run=dry_run)
    _show(result, wrong, dry_run=dry_run, as_json=as_json)
    if wrong and not (partly and result.cases):
        raise typer.Exit(2)


def _imported(
    lines: Iterable[bytes], folder: Path, by: str, *, partly: bool, dry_run: bool
) -> tuple["Result", list[Wrong]]:
    """What came in and what did not; where a line is no case, nothing comes in unless ``partly``."""
    from django.utils import timezone

    from fazhi.cases import transcript
    from fazhi.cases.actions import Transcribe
    from fazhi.cases.bundle import Bundle
    from fazhi.documents.upload import inspected

    read = transcript.read(lines, Bundle(folder, inspected))
    trial = dry_run or bool(read.unread and not partly)
    action = Transcribe(histories=read.histories, partly=partly, dry_run=trial)
    result = action.perform(_actor(by), timezone.now())
    nothing = replace(result, cases=0, acts=0, parties=0, papers=0)
    kept = result if partly or not read.unread else nothing
    return kept, _wrong(read, result)


def _wrong(read: "Transcript", result: "Result") -> list[Wrong]:
    refused = [(one.history.place, one.fault) for one in result.rejected]
    wrong = [*((one.place, one.fault) for one in read.unread), *refused]
    return sorted(wrong, key=lambda one: int(one[0].strip("第行")))


def _actor(login: str) -> "Actor":
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Person

    person = Person.objects.select_related("user").filter(user__username=login).first()
    if person is None:
        raise Fault("office.E003", f"没有登录名为“{login}”的人员", "请核对登录名")
    return actor_of(person.user)


def _show(result: "Result", wrong: list[Wrong], *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        rows = [{"place": place, **fault.as_dict()} for place, fault in wrong]
        counts = {name: getattr(result, name) for name in ("cases", "acts", "parties", "papers")}
        show_json({**counts, "dry_run": dry_run, "rejected": rows})
        return
    for place, fault in wrong:
        print(f"{place}：{fault}")
    said = "可以导入" if dry_run else "已导入"
    more = f"，当事人 {result.parties} 名，材料 {result.papers} 件"
    print(f"{said}案件 {result.cases} 件，行为 {result.acts} 个{more}；不合格 {len(wrong)} 行")
