"""The body of a request: JSON, or a multipart form whose part ``request`` is that JSON, beside its files."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone
from pydantic import BaseModel, ValidationError

from fazhi.api.asked import PaperIn
from fazhi.api.mistake import listed, summary
from fazhi.api.problem import Refused
from fazhi.cases.actions import Attachment
from fazhi.documents.upload import evidence, quota
from fazhi.fault import Fault

M = TypeVar("M", bound=BaseModel)
JSON, MULTIPART = "application/json", "multipart/form-data"
PART = "request"
LARGEST = 50 * 2**20
"""Bytes of a whole multipart request, as the operators' guide lets the proxy pass them on."""


def read(request: HttpRequest, model: type[M]) -> M:
    """The request as its model; a problem with every mistake where it is none."""
    try:
        found = model.model_validate_json(_text(request), strict=True)
    except ValidationError as error:
        mistakes = listed(error.errors(include_input=False, include_url=False))
        raise Refused(summary(mistakes), errors=mistakes) from None
    if any("\0" in text for text in _strings(found.model_dump())):
        raise Fault("api.E400", "文字中含有无效字符（NUL）", "请删去该字符")
    return found


def _text(request: HttpRequest) -> bytes | str:
    length = request.META.get("CONTENT_LENGTH", "")
    if length.isdecimal() and int(length) > LARGEST:
        raise Fault("api.E413", f"请求超过{LARGEST // 2**20} MB", "请分次提交")
    if request.content_type == JSON:
        return request.body
    if request.content_type == MULTIPART:
        return request.POST.get(PART, "")
    raise Refused(Fault("api.E400", f"不接受“{request.content_type}”", f"请用 {JSON} 或者 {MULTIPART}"), 415)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from (*_strings(key), *_strings(held))
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _strings(held)


def attachments(request: HttpRequest, papers: tuple[PaperIn, ...]) -> tuple[Attachment, ...]:
    """The papers with their files."""
    files = request.FILES if request.content_type == MULTIPART else {}
    made = tuple(_attachment(paper, files) for paper in papers)
    if made:
        sizes = [len(one.content) for one in made]
        quota.demand(f"token {getattr(request, 'token', '')}", sizes, timezone.localdate())
    return made


def _attachment(paper: PaperIn, files: Mapping[str, Any]) -> Attachment:
    if (paper.content is None) == (paper.part is None):
        wrong = f"《{paper.title}》须有 content 或者 part 之一"
        raise Fault("api.E005", wrong, "请附上 base64 内容，或者写明文件所在的部分")
    if paper.part is None:
        return _looked_at(paper.title, paper.file_name or paper.title, paper.content or b"")
    file = files.get(paper.part)
    if not isinstance(file, UploadedFile):
        raise Fault("api.E005", f"请求中没有名为“{paper.part}”的文件", "请核对各部分的名称")
    name = paper.file_name or (file.name or "").replace("\0", "") or paper.title
    return _looked_at(paper.title, name, file.read())


def _looked_at(title: str, name: str, content: bytes) -> Attachment:
    return Attachment(title, evidence(name, content), content)


def described(model: type[BaseModel]) -> dict[str, Any]:
    """The body as the OpenAPI document describes it, in both forms."""
    schema = _inlined(model.model_json_schema())
    form = {
        "type": "object",
        "required": [PART],
        "properties": {PART: schema},
        "additionalProperties": {"type": "string", "format": "binary"},
    }
    return {"required": True, "content": {JSON: {"schema": schema}, MULTIPART: {"schema": form}}}


def _inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its definitions in their places: a part of a document has no root of its own."""
    defined = schema.pop("$defs", {})

    def placed(value: Any) -> Any:
        if isinstance(value, dict):
            name = value.get("$ref", "").rpartition("/")[2]
            return placed(defined[name]) if name else {key: placed(held) for key, held in value.items()}
        return [placed(held) for held in value] if isinstance(value, list) else value

    found: dict[str, Any] = placed(schema)
    return found
