"""The design system, live: every component as it is used, in whatever mode the reader has on."""

from datetime import date

from django.core.paginator import Paginator
from django.forms import CharField, DateField, Form
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fazhi import outline
from fazhi.duties.status import Status
from fazhi.fault import Fault
from fazhi.law.last_day import last_day
from fazhi.law.period import Period
from fazhi.law.strip import Strip
from fazhi.law.unit import Unit
from fazhi.office.guard import public
from fazhi.packs import rulebook
from fazhi.web import chart, highlight
from fazhi.web.citing import Cited
from fazhi.web.desk import DeskRequest
from fazhi.web.weeks import weeks

TOKENS = (
    "paper",
    "surface",
    "sunken",
    "ink",
    "accent",
    "accent-soft",
    "seal",
    "warn-soft",
    "bad-soft",
    "good-soft",
)
COUNTS = {"confirmed": 42, "answered": 9, "returned": 4, "due": 12, "overdue": 7, "expired": 5, "not-due": 60}
TEXT = "1.提升能力。各单位每年至少开展两次专题培训，每人不少于40学时，2026年底前实现全覆盖。"
LONG = "区推进法治政府建设暨优化营商环境工作领导小组综合协调办公室" * 2
"""A name that no column was made for."""
ICONS = (
    "home ledger matrix organ calendar outline search upload download print check cross next previous alert "
    "info lock user leave elder aids law link file clock ask answer confirm return chase withdraw "
    "register submit approve publish balance"
)


EVENT, PERIOD = date(2024, 2, 1), Period(10, Unit.CALENDAR_DAY)
"""A period over the Spring Festival that ends on a day of rest and moves to a make-up Sunday."""
CITES = (
    Cited(
        "《示例办法》第三条第一款",
        "/statutes",
        "窗口收到材料后，应当在三个工作日内答复。",
        "2023-05-06 版本",
        "sample-cite",
    ),
    Cited("《示例办法》第五条"),
)
"""A citation whose article the library has, and one that it has not."""


class Sample(Form):
    """A form with one right and one wrong field."""

    title = CharField(label="名称", help_text="与文件首页一致")
    day = DateField(label="截止日期")


@public("shows the parts pages are made of, and no data")
@require_safe
def gallery(request: DeskRequest) -> HttpResponse:
    context = {
        "tokens": TOKENS,
        "icons": ICONS.split(),
        "statuses": [s.value for s in Status],
        "pieces": chart.pieces(COUNTS),
        "chart": chart.columns(
            [("2024年", COUNTS), ("2025年", {"confirmed": 30, "overdue": 12, "not-due": 8})], 900
        ),
        "form": Sample({"title": "法治政府建设年度任务", "day": "13月"}),
        "fault": Fault("outline.E001", "文件不是文档", "请上传 TXT、DOCX 或 HTML 文件"),
        "segments": highlight.segments(TEXT, _marks()),
        "long": LONG,
        "page": Paginator(range(500), 30).page(3),
        "weeks": weeks(Strip(last_day(EVENT, PERIOD, rulebook.days()))),
        "cites": CITES,
        "pieces_of_a_step": [("末日是休息日，顺延至其后第一个工作日（", CITES[1]), ("）", None)],
    }
    return render(request, "web/gallery.html", context)


def _marks() -> list[highlight.Mark]:
    duties = [d for m in outline.read(TEXT).measures for d in m.duties]
    return [m for duty in duties for m in highlight.of_duty(duty, "sample")]
