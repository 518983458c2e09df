"""The reference of the interface for people: a plain page made of the OpenAPI document itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from fazhi.api.interface import interface
from fazhi.api.problem import CHINESE
from fazhi.api.scope import Scope
from fazhi.office.guard import public

PUBLIC = "public:"


@dataclass(frozen=True)
class Parameter:
    """One thing that an operation is told."""

    name: str
    place: str
    kind: str
    required: bool
    says: str


@dataclass(frozen=True)
class Operation:
    """One operation as a reader finds it."""

    method: str
    path: str
    title: str
    says: str
    scope: str
    parameters: tuple[Parameter, ...]
    fields: tuple[Parameter, ...]
    answers: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.method}{self.path}".lower().translate(str.maketrans("/{}._", "-----"))


@public("describes the interface; it holds no data")
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation by its tag, with parameters and the scope it asks for."""
    said = interface.get_openapi_schema()
    context = {"document": said, "groups": _groups(said), "scopes": Scope.choices}
    return render(request, "api/reference.html", context)


@public("describes the interface; it holds no data")
def document(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """The OpenAPI document."""
    return JsonResponse(interface.get_openapi_schema(), json_dumps_params=CHINESE)


@public("leads to the reference")
def root(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whoever opens the interface in a browser wants to read about it."""
    return redirect("api:reference")


def _groups(document: Mapping[str, Any]) -> list[tuple[str, list[Operation]]]:
    groups: dict[str, list[Operation]] = {}
    for tag, operation in operations(document):
        groups.setdefault(tag, []).append(operation)
    return list(groups.items())


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    """Each operation with its tag."""
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            yield said["tags"][0], _operation(method, path, said)


def _operation(method: str, path: str, said: Mapping[str, Any]) -> Operation:
    policy = said["x-policy"]
    return Operation(
        method=method.upper(),
        path=path,
        title=said["summary"],
        says=said.get("description", ""),
        scope="" if policy.startswith(PUBLIC) else policy,
        parameters=tuple(_parameter(one) for one in said["parameters"]),
        fields=tuple(_fields(said.get("requestBody", {}))),
        answers=tuple(str(status) for status in said["responses"] if status != "default"),
    )


def _parameter(said: Mapping[str, Any]) -> Parameter:
    schema, where = said["schema"], PLACES[said["in"]]
    return Parameter(said["name"], where, kind(schema), said["required"], said.get("description", ""))


PLACES = {"query": "查询", "path": "路径", "header": "首部"}


def _fields(body: Mapping[str, Any]) -> Iterator[Parameter]:
    schema = body.get("content", {}).get("application/json", {}).get("schema", {})
    for name, said in schema.get("properties", {}).items():
        required = name in schema.get("required", ())
        yield Parameter(name, "正文", kind(said), required, said.get("description", ""))


def kind(schema: Mapping[str, Any]) -> str:
    """What a value looks like, in few words.

    >>> kind({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}), kind({"enum": ["a", "b"]})
    ('date', 'a | b')
    """
    if choices := schema.get("enum"):
        return " | ".join(map(str, choices))
    if several := schema.get("anyOf"):
        return " | ".join(dict.fromkeys(kind(one) for one in several if one.get("type") != "null"))
    if schema.get("type") == "array":
        return f"{kind(schema.get('items', {}))} 的列表"
    return str(schema.get("format") or schema.get("type", "object"))
