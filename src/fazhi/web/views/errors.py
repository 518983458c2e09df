"""What a reader sees when a request cannot be understood, is refused, finds nothing, or fails."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from fazhi.fault import Fault
from fazhi.office.guard import public
from fazhi.web.faults import fault_page

BAD = Fault("web.E400", "请求无法识别", "请返回上一页重新操作")
FORGED = Fault("web.E403", "页面已失效或请求来源不明，操作没有执行", "请刷新页面后再提交一次")
MISSING = Fault("web.E404", "没有找到这个页面", "请核对网址，或从左侧导航进入")
TOO_MANY = Fault("web.E429", "短时间内请求过多", "请过几分钟再试")
FAILED = Fault(
    "web.E500", "系统出错，本次操作没有完成", "请稍后再试；若再次出现，请把时间和本编号告诉系统管理员"
)


@public("says only that a request was not understood")
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return fault_page(request, BAD, 400)


@public("says only that a request was refused")
def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return fault_page(request, Fault("web.E403", "您无权查看这一页面", "请由有权岗位的人员办理"), 403)


@public("says only that a form was stale or forged")
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return fault_page(request, FORGED, 403)


@public("says only that nothing is here")
def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return fault_page(request, MISSING, 404)


@public("says only to come back later")
def too_many(request: HttpRequest) -> HttpResponse:
    return fault_page(request, TOO_MANY, 429)


@public("says only that something broke")
def failed(_request: HttpRequest) -> HttpResponse:
    """The page of last resort: no session, no database, nothing that may be what broke."""
    return HttpResponse(render_to_string("web/failed.html", {"fault": FAILED}), status=500)
