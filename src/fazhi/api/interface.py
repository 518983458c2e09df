"""The interface itself: what is written how, how each failure is told, and the document that describes it."""

import logging
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from fazhi.api import edge, problem
from fazhi.api.bearer import Bearer
from fazhi.api.caller import UNKNOWN
from fazhi.api.mistake import listed, summary
from fazhi.api.problem import Refused
from fazhi.api.routes import (
    acts,
    cases,
    consultations,
    documents,
    feeds,
    hearings,
    indicators,
    law,
    ledger,
    library,
    papers,
    people,
    procedures,
    ratings,
    registers,
)
from fazhi.api.scope import Scope
from fazhi.fault import Fault

log = logging.getLogger(__name__)
LARGE = Fault("api.E413", "请求过大", "JSON 请求不超过 2.5 MB；较大的材料请用 multipart 提交")
UNREADABLE = Fault("api.E400", "请求无法读取", "请按接口说明的格式提交")
FAILED = Fault("api.E500", "系统出错，本次操作没有完成", "请稍后再试；若再次出现，请告诉系统管理员")
CHALLENGE = {"WWW-Authenticate": "Bearer"}
ABOUT = (
    "法治平台的编程接口。错误一律为 application/problem+json（RFC 9457），附稳定代码、依据和办法。"
    "令牌在工作台“接口令牌”中生成，放在 Authorization: Bearer 中；令牌的权限不超过生成者的岗位权限。"
)


class Chinese(JSONRenderer):
    """Chinese is written as Chinese."""

    json_dumps_params = problem.CHINESE


class Interface(NinjaAPI):
    """Every operation that names no policy of its own is closed, and every one says how it refuses."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """OpenAPI 3.1 with the problem that any operation may answer."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        schema["components"]["schemas"]["Problem"] = problem.SCHEMA
        for operations in schema["paths"].values():
            for operation in operations.values():
                operation["responses"]["default"] = REFUSAL
        return schema


REFUSAL = {
    "description": "拒绝或者错误",
    "content": {problem.TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
interface = Interface(
    title="法治 Fazhi",
    version="1",  # of the interface, as its addresses say; which software answers is nobody's business
    description=ABOUT,
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    renderer=Chinese(),
    auth=Bearer(Scope.CASES_WRITE),
)
interface.add_router("", law.router, tags=["法规"])
interface.add_router("", procedures.router, tags=["程序"])
interface.add_router("", cases.router, tags=["案件"])
interface.add_router("", people.router, tags=["人员"])
interface.add_router("", acts.router, tags=["行为"])
interface.add_router("", papers.router, tags=["材料"])
interface.add_router("", feeds.router, tags=["订阅"])
interface.add_router("", consultations.router, tags=["征求意见"])
interface.add_router("", ratings.router, tags=["评价"])
interface.add_router("", documents.router, tags=["规范性文件"])
interface.add_router("", library.router, tags=["主动公开"])
interface.add_router("", registers.router, tags=["清单"])
interface.add_router("", indicators.router, tags=["指标"])
interface.add_router("", hearings.router, tags=["听证"])
interface.add_router("", ledger.router, tags=["台账"])


@interface.exception_handler(Fault)
def fault(_request: HttpRequest, error: Fault) -> HttpResponse:
    """A refusal of ours."""
    return problem.problem(error, headers=CHALLENGE if error.code == UNKNOWN.code else None)


@interface.exception_handler(Refused)
def refused(_request: HttpRequest, error: Refused) -> HttpResponse:
    """One with a status of its own, or with every mistake."""
    return problem.problem(error.fault, error.status, error.errors, error.headers)


@interface.exception_handler(ValidationError)
def invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters that are not what the document says."""
    mistakes = listed(error.errors, skip=1)
    return problem.problem(summary(mistakes), errors=mistakes)


@interface.exception_handler(AuthenticationError)
def unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """No token at all."""
    return problem.problem(UNKNOWN, headers=CHALLENGE)


@interface.exception_handler(HttpError)
def unreadable(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the framework could not read."""
    return problem.problem(UNREADABLE, error.status_code)


@interface.exception_handler(SuspiciousOperation)
@interface.exception_handler(BadRequest)
@interface.exception_handler(MultiPartParserError)
def suspicious(_request: HttpRequest, _error: Exception) -> HttpResponse:
    """A body that is none, or has too many parts."""
    return problem.problem(UNREADABLE)


@interface.exception_handler(RequestDataTooBig)
def too_big(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    """A body that is too big to be held in memory."""
    return problem.problem(LARGE)


@interface.exception_handler(Http404)
def not_there(_request: HttpRequest, _error: Http404) -> HttpResponse:
    """The address is one of ours; what it names is not there."""
    return problem.problem(edge.ABSENT)


@interface.exception_handler(Exception)
def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """What nobody foresaw: logged in full, told without detail."""
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem.problem(FAILED)
