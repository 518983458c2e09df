"""Whatever the document allows, and much that it does not, is answered as the document says: never a 5xx."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from fazhi.api import rate
from fazhi.api.interface import interface
from fazhi.cases import lawbook
from fazhi.cases.models import Case
from fazhi.procedure.fact import Fact, FactKind
from fazhi.wsgi import application
from tests.api.conftest import System
from tests.cases.conftest import DAY

CHECKS = [
    checks.not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]
MODES = st.sampled_from((GenerationMode.POSITIVE, GenerationMode.NEGATIVE))
FEW, MANY = 12, 150


def operations() -> list[tuple[str, str]]:
    document = interface.get_openapi_schema()
    return [(path, method.upper()) for path, methods in document["paths"].items() for method in methods]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This client may ask as often as it likes; as with Django's own, the test's connection stays open."""
    monkeypatch.setattr(rate, "PER_TOKEN", 10**9)
    monkeypatch.setattr(rate, "PER_ADDRESS", 10**9)
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def ask(path: str, method: str, desk: System, case: Case, examples: int) -> None:
    """Ask one operation many things, half of them of a case that is there."""
    schema: Any = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operation = schema[path][method]
    anything = MODES.flatmap(operation.as_strategy)

    @settings(
        max_examples=examples, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate],
    )  # fmt: skip
    @given(asked=anything, known=st.booleans())
    def answers(asked: Any, known: bool) -> None:
        if known and "case" in asked.path_parameters:
            asked.path_parameters["case"] = case.pk
        answer = asked.call(headers={"Authorization": f"Bearer {desk.token}"})
        asked.validate_response(answer, checks=CHECKS)

    answers()


EDITION = lawbook.governing("disclosure-on-request", DAY)
DAYS = st.dates(date(2026, 6, 1), date(2027, 2, 1)) | st.dates()
WHOLE = st.integers(0, 40) | st.integers()
VALUES = {
    FactKind.YES_NO: st.booleans(),
    FactKind.NUMBER: WHOLE | st.decimals(allow_nan=False, allow_infinity=False).map(str),
    FactKind.DATE: DAYS.map(str),
    FactKind.TEXT: st.text(max_size=20),
    FactKind.PERSON: st.integers(1, 12).map("工号{}".format) | st.text(max_size=9),
}


def fitting(fact: Fact) -> st.SearchStrategy[Any]:
    """What the fact asks for."""
    return st.sampled_from(sorted(fact.choices)) if fact.choices else VALUES[fact.kind]


@st.composite
def proper(draw: st.DrawFn) -> dict[str, Any]:
    """An act of the procedure as somebody sends it who knows the procedure, all on one day."""
    act = draw(st.sampled_from(EDITION.acts))
    facts = {name: EDITION.fact[name] for name in act.brings}
    day = DAY.isoformat()
    asked = {n: day if f.kind is FactKind.DATE else draw(fitting(f)) for n, f in facts.items()}
    papers = [{"title": one.title, "content": "5ryU56S6"} for one in act.documents]
    return {"act": act.id, "happened_on": day, "facts": asked, "papers": papers}


@st.composite
def strange(draw: st.DrawFn) -> dict[str, Any]:
    """The same with days, facts and further fields that may be anything."""
    step = draw(proper())
    names = draw(st.lists(st.sampled_from(sorted(EDITION.fact)), max_size=2))
    anything = st.booleans() | WHOLE | st.text(max_size=5) | DAYS.map(str)
    facts = step["facts"] | {name: draw(fitting(EDITION.fact[name]) | anything) for name in names}
    extra = {"corrects": WHOLE, "instead_on": DAYS.map(str), "reason": st.text(max_size=9), "expected": WHOLE}
    more = {name: draw(values) for name, values in extra.items() if draw(st.booleans())}
    return step | more | {"facts": facts, "happened_on": draw(DAYS.map(str))}


def step_by_step(desk: System, case: Case, examples: int) -> set[int]:
    """Send many acts one after the other; what is refused must leave the file as it was."""
    seen: set[int] = set()

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate])
    @given(asked=proper() | strange())
    def answers(asked: dict[str, Any]) -> None:
        before = case.acts.count()
        tag = desk.get(f"/cases/{case.pk}")["ETag"]
        answer = desk.post(f"/cases/{case.pk}/acts", asked, If_Match=tag)
        assert answer.status_code in (201, 400), answer.content.decode()
        assert case.acts.count() == before + (answer.status_code == 201)
        seen.add(answer.status_code)

    answers()
    return seen


def test_acts_of_the_procedure(desk: System, case: Case, unhurried: None) -> None:
    assert step_by_step(desk, case, 40)


@pytest.mark.soak
def test_many_acts_of_the_procedure(desk: System, case: Case, unhurried: None) -> None:
    assert step_by_step(desk, case, 1_000) == {201, 400}


@pytest.mark.parametrize(("path", "method"), operations())
def test_a_few_of_everything(path: str, method: str, desk: System, case: Case, unhurried: None) -> None:
    ask(path, method, desk, case, FEW)


@pytest.mark.soak
@pytest.mark.parametrize(("path", "method"), operations())
def test_much_of_everything(path: str, method: str, desk: System, case: Case, unhurried: None) -> None:
    ask(path, method, desk, case, MANY)
