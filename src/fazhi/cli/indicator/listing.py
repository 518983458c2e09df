"""Every indicator with its figure in one office and period."""

from fazhi.cli.indicator.asking import Office, Span, organ_of, period_of
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import started


def list_(office: Office = "", period: Span = "", as_json: AsJson = False) -> None:
    """列出全部指标和数值。"""
    started()
    from django.utils import timezone

    from fazhi.indicators import definitions
    from fazhi.indicators.files import Sheet, told

    today, asked, organ = timezone.localdate(), period_of(period), organ_of(office)
    sheets = [Sheet(one, organ, asked, today) for one in definitions.on(min(asked.last, today))]
    found = [told(sheet, sheet.reading()) for sheet in sheets]
    if as_json:
        show_json({"count": len(found), "indicators": found})
        return
    for one in found:
        print(f"{one['measure']:>5}  {one['indicator']:<28} {one['title']}：{one['shown']}")
