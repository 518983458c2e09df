"""What a reader sees when a request cannot be understood, is refused, finds nothing, or fails."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_noop as _

from fazhi.fault import Fault
from fazhi.office.guard import public
from fazhi.web.faults import fault_page
from fazhi.web.language import spoken

BAD = Fault("web.E400", _("请求无法识别"), _("请返回上一页重新操作"))
FORGED = Fault("web.E403", _("页面已失效或请求来源不明，操作没有执行"), _("请刷新页面后再提交一次"))
MISSING = Fault("web.E404", _("没有找到这个页面"), _("请核对网址，或从首页进入"))
TOO_MANY = Fault("web.E429", _("短时间内请求过多"), _("请过几分钟再试"))
FAILED = Fault(
    "web.E500",
    _("系统出错，本次操作没有完成"),
    _("请稍后再试；若再次出现，请把时间和本编号告诉系统管理员"),
)


@public("says only that a request was not understood")
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return fault_page(request, BAD, 400)


@public("says only that a request was refused")
def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return fault_page(request, Fault("web.E403", _("您无权查看这一页面"), _("请由有权岗位的人员办理")), 403)


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
    context = {"fault": FAILED, "language": spoken()}
    return HttpResponse(render_to_string("web/failed.html", context), status=500)
