"""A disclosure procedure whose edition knows 并案, 分案 and 移送: no law of the packs joins cases yet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from fazhi.cases import lawbook
from fazhi.cases.actions import Join, Perform, Sever
from fazhi.cases.models import Act, Case
from fazhi.office.actor import Actor
from fazhi.procedure import act as procedure
from fazhi.procedure.act import Kind
from fazhi.procedure.edition import Edition
from fazhi.procedure.outcome import Outcome
from tests.cases.conftest import DAY, do, opening
from tests.conftest import at

NEXT, THEN = date(2026, 7, 8), date(2026, 7, 9)
WHY = "演示：同一事项"


def wider(edition: Edition) -> Edition:
    """The edition with acts to join, to sever and to transfer, on the article of another act."""
    basis = edition.act["receive"].basis
    acts = (
        procedure.Act("join", "合并办理", "clerk", basis, Kind.JOINDER),
        procedure.Act("sever", "分案办理", "clerk", basis, Kind.SEVERANCE),
        procedure.Act("send", "移送办理", "clerk", basis, Kind.TRANSFER, ends="sent"),
    )
    outcomes = (*edition.outcomes, Outcome("sent", "已移送", basis))
    return replace(edition, acts=(*edition.acts, *acts), outcomes=outcomes)


@pytest.fixture
def joinable(monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The disclosure procedure of the installation is the wider one."""
    held = dict(lawbook.editions())
    (last, *earlier) = reversed(held["disclosure-on-request"])
    held["disclosure-on-request"] = (*reversed(earlier), wider(last))
    monkeypatch.setattr(lawbook, "editions", lambda: held)
    lawbook._by_hash.cache_clear()
    yield held["disclosure-on-request"][-1]
    monkeypatch.undo()
    lawbook._by_hash.cache_clear()


def begun(receiver: Actor, day: date = DAY, **changes: object) -> Case:
    """A request received on its day."""
    case = opening(happened_on=day, **changes).perform(receiver, at(day.year, day.month, day.day, 9))
    do(case, receiver, "receive", day, facts={"channel": "in-person", "submitted_on": day})
    return Case.objects.get(pk=case.pk)


def asking(case: Case, act: str, /, **changes: object) -> Perform:
    case = Case.objects.get(pk=case.pk)
    given: dict[str, object] = {
        "case": case, "expected": case.sequence, "act": act, "happened_on": NEXT, "reason": WHY,
    }  # fmt: skip
    return Perform(**{**given, **changes})  # type: ignore[arg-type]


def join(receiver: Actor, case: Case, *others: Case, hour: int = 12, **changes: object) -> Act:
    seen = {one.pk: Case.objects.get(pk=one.pk).sequence for one in others}
    return Join(act=asking(case, "join", **changes), seen=seen).perform(receiver, at(2026, 7, 8, hour))


def sever(receiver: Actor, case: Case, *titles: str, **changes: object) -> Act:
    action = Sever(act=asking(case, "sever", **changes), titles=titles)
    return action.perform(receiver, at(2026, 7, 8, 15))
