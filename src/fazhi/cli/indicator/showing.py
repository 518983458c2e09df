"""One indicator: its definition in words, its figure, what is left out and why."""

from typing import Annotated, Any

import typer

from fazhi.cli.indicator.asking import Office, Span, organ_of, period_of
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import started

Code = Annotated[str, typer.Argument(metavar="CODE", help="指标编号；fazhi indicator list 可查")]


def show(code: Code, office: Office = "", period: Span = "", as_json: AsJson = False) -> None:
    """查看一个指标的定义和数值。"""
    started()
    from django.utils import timezone

    from fazhi.indicators import definitions
    from fazhi.indicators.files import Sheet, told
    from fazhi.indicators.wording import Wording

    today, asked = timezone.localdate(), period_of(period)
    indicator = definitions.one(code, min(asked.last, today))
    sheet, words = Sheet(indicator, organ_of(office), asked, today), Wording(indicator, today)
    found = told(sheet, sheet.reading()) | {
        "says": indicator.says,
        "counts": words.population,
        "fits": words.numerator,
        "unmeasured": indicator.unmeasured,
    }
    show_json(found) if as_json else _print(found)


def _print(found: dict[str, Any]) -> None:
    print(f"{found['title']}（{found['measure']}）：{found['shown']}")
    if found["denominator"] is not None:
        print(f"  {found['numerator']} / {found['denominator']}")
    for head, name in (
        ("计入", "counts"),
        ("符合", "fits"),
        ("不能说明", "unmeasured"),
        ("待定口径", "open"),
    ):
        if found[name]:
            print(f"  {head}：{found[name]}")
    for one in found["excluded"]:
        print(f"  不计入 {one['rows']}：{one['because']}")
    for one in found["ways"]:
        print(f"  {one['way']}：{one['shown']}")
