"""A case judged once more from its acts: the same bytes on every machine that holds the same law."""

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.procedure.case import Case

Number = Annotated[str, typer.Argument(help="案号")]
OnDay = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="截至哪一天，默认最后一次登记之日")
]


def replay(number: Number, on: OnDay = None) -> None:
    """输出一件案件的程序回执：版本、日历、各行为的判断和期限，逐字节可重现。"""
    framework.start()
    schema.demand_current()
    from fazhi.cases import lawbook, store
    from fazhi.cases.models import Case
    from fazhi.procedure.receipt import receipt

    row = Case.objects.filter(number=number).first()
    if row is None:
        raise Fault("cases.E404", f"没有案号为“{number}”的案件", "请核对案号，案号中的括号是〔〕")
    case = store.load(row)
    day = on.date() if on else _last(case)
    sys.stdout.buffer.write(receipt(case, lawbook.days(), day).bytes() + b"\n")


def _last(case: "Case") -> date:
    """The day of the latest entry: whoever replays later gets the same bytes."""
    return max(record.recorded_at.date() for record in case.records)
