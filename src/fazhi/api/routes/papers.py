"""The papers of a file, as they were handed in."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from ninja import Router
from ninja.params.functions import Path

from fazhi.api import told, writing
from fazhi.api.bearer import ApiRequest, needs
from fazhi.api.routes.cases import LAST
from fazhi.api.scope import Scope
from fazhi.cases import policy
from fazhi.cases.models import Paper
from fazhi.fault import Fault

router = Router()
ANY = "application/octet-stream"
FILE = {
    "responses": {
        200: {
            "description": "文件",
            "content": {ANY: {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


@router.get(
    "/cases/{int:case}/papers", response=list[told.PaperOut], summary="材料目录", **needs(Scope.CASES_READ)
)
def papers(request: ApiRequest, case: int = Path(..., ge=1, le=LAST)) -> list[told.PaperOut]:
    """在卷的材料；sha256 在链上，以 SM3 链接的案件在链上的是文件的 SM3 摘要。"""
    row = policy.found(request.auth, case)
    rows = Paper.objects.filter(act__case=row).defer("content").select_related("act").order_by("pk")
    return [writing.paper(one) for one in rows]


@router.get("/cases/{int:case}/papers/{int:paper}", summary="一份材料", **needs(Scope.PAPERS_READ, **FILE))
def paper(
    request: ApiRequest, case: int = Path(..., ge=1, le=LAST), paper: int = Path(..., ge=1, le=LAST)
) -> HttpResponse:
    """材料的文件；总是下载，不在浏览器中打开。"""
    row = policy.found(request.auth, case)
    found = Paper.objects.filter(pk=paper, act__case=row).first()
    if found is None:
        raise Fault("cases.E404", "本案没有这份材料", "请从材料目录中选择")
    disposition = content_disposition_header(True, found.file_name) or "attachment"
    headers = {"Content-Disposition": disposition, "ETag": f'"{found.digest}"'}
    return HttpResponse(bytes(found.content), content_type=ANY, headers=headers)
