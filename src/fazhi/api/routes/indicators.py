"""Indicators: all of them in a period, and one with the rows that the caller may see."""

from typing import Any

from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path, Query

from fazhi.api.bearer import ApiRequest, needs
from fazhi.api.routes.law import TOLD
from fazhi.api.scope import Scope
from fazhi.fault import Fault
from fazhi.indicators import definitions
from fazhi.indicators.files import Sheet, rows, told
from fazhi.indicators.period import Period, containing, read
from fazhi.indicators.wording import Wording
from fazhi.office.models import Organ
from fazhi.office.right import Right

router = Router()
MOST = 500
PERIOD = Query("", max_length=7, description="期间：2025、2025H1、2025Q1、2025-03；不写为本年")
OFFICE = Query("", max_length=40, description="单位的代码；不写为全区")


@router.get("/indicators", summary="指标列表", **needs(Scope.INDICATORS_READ, responses=TOLD))
def indicators(request: ApiRequest, period: str = PERIOD, organ: str = OFFICE) -> dict[str, Any]:
    """每一指标在该单位、该期间的数值；没有可计的，value 为空，不写成 0 或者 100%。"""
    request.auth.demand(Right.READ)
    today, asked, office = timezone.localdate(), _period(period), _organ(organ)
    sheets = [Sheet(one, office, asked, today) for one in definitions.on(min(asked.last, today))]
    found = [told(sheet, sheet.reading()) for sheet in sheets]
    return {"count": len(found), "indicators": found}


@router.get("/indicators/{indicator}", summary="一个指标", **needs(Scope.INDICATORS_READ, responses=TOLD))
def indicator(
    request: ApiRequest,
    indicator: str = Path(..., max_length=60),
    period: str = PERIOD,
    organ: str = OFFICE,
) -> dict[str, Any]:
    """数值、定义和明细的前 500 行；hidden 是您无权查看的行数，数值按全部行计算。"""
    request.auth.demand(Right.READ)
    sheet = _sheet(indicator, period, organ)
    reading, words = sheet.reading(), Wording(sheet.indicator, sheet.today)
    return {
        **told(sheet, reading),
        "says": sheet.indicator.says,
        "counts": words.population,
        "fits": words.numerator,
        "unmeasured": sheet.indicator.unmeasured,
        "hidden": sheet.listing(reading.option, request.auth).hidden,
        "rows": list(rows(sheet, reading.option, request.auth, MOST)),
    }


def _sheet(code: str, period: str, organ: str) -> Sheet:
    today, asked = timezone.localdate(), _period(period)
    return Sheet(definitions.one(code, min(asked.last, today)), _organ(organ), asked, today)


def _period(code: str) -> Period:
    return read(code) if code else containing(timezone.localdate())


def _organ(code: str) -> Organ | None:
    found = Organ.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise Fault("api.E008", f"没有代码为“{code}”的机构", "请核对单位的代码")
    return found
