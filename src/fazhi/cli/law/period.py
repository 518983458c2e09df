"""``fazhi law period``: served today, last day when?"""

from typing import Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.law.last_day import LastDay, last_day
from fazhi.law.moment import moment
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.packs import calendar


def period(
    event: Annotated[str, typer.Option("--from", help="起算事件之日（小时期间写到分：2024-02-06T15:30）")],
    count: Annotated[int, typer.Option(help="期间的数目")],
    unit: Annotated[Unit, typer.Option(help="期间的单位")],
    backward: Annotated[bool, typer.Option("--backward", help="向前倒数，如“开庭三日前”")] = False,
    no_roll: Annotated[bool, typer.Option("--no-roll", help="末日为休息日也不顺延")] = False,
    as_json: AsJson = False,
) -> None:
    """计算法定期间的最后一日，并逐步说明理由。"""
    answer = last_day(
        moment(event), Period(count, unit), calendar.load(), backward=backward, roll=not no_roll
    )
    show_json(answer.as_dict()) if as_json else typer.echo(readable(answer))


def readable(answer: LastDay) -> str:
    """The answer for a person: the day first, then how it came about."""
    day = (
        f"最后一日：{answer.day:%Y-%m-%d}"
        if answer.day
        else f"最后一日：不能确定（暂算 {answer.raw:%Y-%m-%d}）"
    )
    lines = [f"{n}. {step}" for n, step in enumerate(answer.explain(), 1)]
    return "\n".join([day + ("（暂定）" if answer.day and answer.provisional else ""), *lines])
