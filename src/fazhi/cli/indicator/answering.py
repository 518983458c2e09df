"""What is answered with figures on the day it falls due, and what figures do not answer."""

from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import started

if TYPE_CHECKING:
    from fazhi.indicators.actions.answer import Due

DryRun = Annotated[bool, typer.Option("--dry-run", help="只列出，不报送")]


def answer(dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """以指标数据报送今天到期和逾期的任务；fazhi worker 每天自动办理。"""
    started()
    from django.utils import timezone

    from fazhi.indicators import engine
    from fazhi.indicators.actions import AnswerDue, due

    at = timezone.now()
    found = list(due(timezone.localdate(at)))
    number = 0 if dry_run else AnswerDue().perform(at)
    if as_json:
        told = [_told(one) for one in found]
        show_json({"answered": number, "waiting": engine.missing(), "due": told})
        return
    for one in found:
        print(_line(one))
    if waiting := engine.missing():
        print(f"还有 {waiting} 件案件没有汇总，数值不完整：请先运行 fazhi indicator rebuild")
    print(f"到期未报送 {len(found)} 项，已自动报送 {number} 项")


def _told(one: "Due") -> dict[str, object]:
    from fazhi.indicators import evidence

    row = one.occurrence
    return {
        "occurrence": row.pk,
        "organ": row.organ.code,
        "duty": row.duty.text,
        "due": row.due_on.isoformat(),
        "reached": one.itself,
        "figures": evidence.sentence(one.shown),
    }


def _line(one: "Due") -> str:
    from fazhi.indicators import evidence

    row = one.occurrence
    verdict = "达到目标" if one.itself else "没有达到目标，由单位报送"
    return f"{row.due_on}  {row.organ.name}  {row.duty.text}：{evidence.sentence(one.shown)}（{verdict}）"
