"""Every refusal reaches the reader as one page: code, what was wrong, article, what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_noop as _

from fazhi.fault import Fault
from fazhi.office.status import status_of

NOT_OPENED = Fault(
    "web.E405", _("这个地址不能直接打开，只接受页面上的提交"), _("请返回上一页重新操作，或从首页进入")
)


def fault_page(request: HttpRequest, fault: Fault, status: int | None = None) -> HttpResponse:
    """The page of one refusal, in the frame of the desk for whoever is logged in, else in the public one."""
    logged_in = getattr(getattr(request, "user", None), "is_authenticated", False)
    context = {"fault": fault, "frame": "web/desk.html" if logged_in else "web/portal.html"}
    response = render(request, "web/fault.html", context, status=status or status_of(fault))
    response.fault_code = fault.code  # type: ignore[attr-defined]
    if logged_in:  # its frame names whoever it is
        add_never_cache_headers(response)
    return response


class FaultMiddleware:
    """Turn a ``Fault`` raised by any view into its page; nothing else is caught.

    An address of a form that is opened by itself, as by a tab that is loaded again, is no empty page either.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "GET" or not isinstance(response, HttpResponseNotAllowed):
            return response
        page = fault_page(request, NOT_OPENED, response.status_code)
        page["Allow"] = response["Allow"]
        return page

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return fault_page(request, error) if isinstance(error, Fault) else None
