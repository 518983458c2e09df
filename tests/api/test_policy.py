"""Every operation in the document names its policy; a stranger and a token without its scope get nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from fazhi import __version__
from fazhi.api import urls
from fazhi.api.bearer import Bearer
from fazhi.api.caller import Caller
from fazhi.api.interface import interface
from fazhi.api.scope import RIGHTS, Scope, rights
from fazhi.cases.models import Case
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from tests.api.conftest import ROOT, System, token_of
from tests.cases.conftest import person
from tests.conftest import Personas

PUBLIC = {
    "/period", "/rules", "/consultations", "/ratings", "/normative-documents",
    "/library", "/library/{pk}", "/public-duties", "/public-duties/{pk}",
    "/hearings", "/registers", "/registers/{pk}", "/registers/{pk}/entries",
    "/ledger/checkpoints", "/ledger/consistency",
    "/feeds/{token}/deadlines.ics", "/feeds/{token}/deadlines.atom",
}  # fmt: skip
"""What is open without a header, by hand: a new one is a decision, not an accident."""
SECRETS = ("政府信息依申请公开", "公开某项目批复", "提出申请", "演示·公开经办人甲")


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    method: str
    path: str
    policy: str

    def address(self, case: Case) -> str:
        """The address of something that exists, so that a leak would show."""
        words = {"case": case.pk, "paper": 1, "procedure": case.procedure, "token": "x", "subject": "x"}
        words |= {"indicator": "document-reviewed"}
        return self.path.format(**words) + ("?q=行政" if self.path == "/statutes" else "")

    def ask(self, system: System, case: Case) -> Any:
        """The answer to a system."""
        address = self.address(case)
        return system.get(address) if self.method == "get" else system.post(address, {})


def operations() -> Iterator[Operation]:
    for path, methods in interface.get_openapi_schema(path_prefix="").get("paths", {}).items():
        for method, said in methods.items():
            yield Operation(method, path, said.get("x-policy", ""))


ALL = list(operations())
GUARDED = [one for one in ALL if not one.policy.startswith("public:")]


def bound_operations() -> Iterator[Any]:
    """The operations as they answer."""
    for router in interface._get_bound_routers():
        for view in router.path_operations.values():
            yield from view.operations


def name(one: Operation) -> str:
    return f"{one.method} {one.path}"


def test_the_document_names_no_software() -> None:
    document = interface.get_openapi_schema(path_prefix="")
    assert document["info"]["version"] == "1"
    assert __version__ not in str(document["info"])


def test_the_document_is_openapi_3_1_and_has_every_operation() -> None:
    bound = list(bound_operations())
    assert interface.get_openapi_schema(path_prefix="")["openapi"].startswith("3.1")
    assert len(ALL) == len(bound) >= 15


@pytest.mark.parametrize("one", ALL, ids=name)
def test_every_operation_names_its_policy(one: Operation) -> None:
    assert one.policy in Scope.values or one.policy.startswith("public: ")


def test_every_address_names_its_policy() -> None:
    assert all(pattern.callback.policy for pattern in urls.urlpatterns)


def test_what_is_public_was_meant_to_be() -> None:
    assert {one.path for one in ALL if one.policy.startswith("public:")} == PUBLIC


def test_the_policy_that_is_named_is_the_one_that_guards() -> None:
    for operation in bound_operations():
        policy = operation.openapi_extra["x-policy"]
        scopes = [auth.scope.value for auth in operation.auth_callbacks]
        assert scopes == ([] if policy.startswith("public:") else [policy])


def test_an_operation_that_names_no_policy_is_closed() -> None:
    assert isinstance(interface.auth, list)
    assert all(isinstance(auth, Bearer) for auth in interface.auth)


@pytest.mark.parametrize("one", GUARDED, ids=name)
def test_a_stranger_gets_nothing(one: Operation, case: Case) -> None:
    response = one.ask(System(), case)
    assert response.status_code == 401
    assert not [s for s in SECRETS if s in response.content.decode()]


@pytest.mark.parametrize("one", GUARDED, ids=name)
def test_a_token_without_the_scope_gets_nothing(one: Operation, case: Case, receiver: Actor) -> None:
    others = [scope for scope in Scope.values if scope != one.policy]
    response = one.ask(System(token_of(receiver, *others)), case)
    assert response.status_code == 403
    assert response.json()["code"] == "api.E403"
    assert not [s for s in SECRETS if s in response.content.decode()]


@pytest.mark.parametrize("one", GUARDED, ids=name)
def test_the_scope_lets_through(one: Operation, case: Case, receiver: Actor) -> None:
    response = one.ask(System(token_of(receiver, one.policy)), case)
    assert response.status_code not in (401, 403, 500)


@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_never_gives_more_than_its_person_may(personas: Personas, scope: Scope) -> None:
    """The rights let through are a filter on those held, whatever the persona."""
    for login in ("coordinator", "clerk", "leader", "auditor"):
        actor = person(login)
        caller = Caller(actor.person_id, actor.name, actor.posts, scopes=frozenset({scope.value}))
        for organ in (*actor.organs(), 999):
            given = {right for right in Right if caller.may(right, organ)}
            held = {right for right in Right if actor.may(right, organ)}
            assert given == held & rights([scope.value])
    assert not RIGHTS[scope] & {Right.IMPORT, Right.SUPERVISE, Right.ANSWER}


@pytest.mark.parametrize(
    "path", ["/none", "/openapi", "/cases/x", "/cases/1/none", "/cases/99999999999999999999"]
)
def test_what_is_no_address_is_a_problem(case: Case, receiver: Actor, path: str) -> None:
    response = System(token_of(receiver)).get(path)
    assert response.status_code in (400, 404), response.content
    assert response["Content-Type"] == "application/problem+json"


def test_another_method_is_a_problem_that_names_the_right_ones(desk: System, case: Case) -> None:
    response = desk.post("/period", {})
    assert (response.status_code, response.json()["code"], response["Allow"]) == (
        405,
        "api.E405",
        "GET, HEAD",
    )


def test_the_root_leads_to_the_reference(case: Case) -> None:
    assert System().get("/")["Location"] == "/api/v1/reference"


def test_the_guide_names_every_operation() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
    written = [f"`{one.method.upper()} {one.path}`" for one in ALL]
    assert [one for one in written if one not in guide] == []
    assert ROOT in guide


def test_the_handlers_of_another_case_see_only_theirs(system: Callable[..., System], case: Case) -> None:
    assert system("street").get("/cases").json() == {"cases": [], "next": None}


@pytest.mark.parametrize(
    "path", ["/ledger/checkpoints", "/ledger/consistency", "/reference", "/openapi.json"]
)
def test_every_address_answers_a_wrong_method_as_a_problem(path: str) -> None:
    response = Client(enforce_csrf_checks=True).post(f"/api/v1{path}")
    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"] == "GET, HEAD"


def test_what_is_not_there_is_told_from_an_address_that_is_none(db: None) -> None:
    absent, none = (Client().get(f"/api/v1{path}").json() for path in ("/library/999", "/librarie"))
    assert absent["code"] == none["code"] == "api.E404"
    assert absent["title"] != none["title"]
