"""A file of cases: what a line must hold, and what is said about one that does not."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.cases import transcript
from fazhi.cases.bundle import Bundle
from fazhi.cases.transcript import Transcript
from fazhi.office.actor import Actor

ACT: dict[str, Any] = {
    "act": "receive",
    "by": ["receiver"],
    "on": "2026-07-06",
    "facts": {"channel": "in-person", "submitted_on": "2026-07-06"},
    "documents": ["申请书"],
}


BUNDLE = Bundle(Path("/nowhere"), lambda name, _: name)


def read(lines: list[bytes]) -> Transcript:
    return transcript.read(lines, BUNDLE)


def line(**changes: Any) -> bytes:
    case = {"procedure": "disclosure-on-request", "organ": "justice", "title": "旧案", "acts": [ACT]}
    return json.dumps({**case, **changes}).encode()


def test_a_line_is_a_case_with_facts_as_the_procedure_types_them(receiver: Actor) -> None:
    found = read([line(), b"\n", line(title="另案")])
    assert found.unread == ()
    first, second = found.histories
    assert (first.place, second.place, second.title) == ("第1行", "第3行", "另案")
    (act,) = first.acts
    assert (act.by, act.happened_on, act.documents) == ((receiver.identity,), date(2026, 7, 6), ("申请书",))
    assert act.facts["submitted_on"] == date(2026, 7, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"{", "不是 JSON"),
        (b"[]", "案件不是一组字段"),
        (b"\xff", "不是 JSON"),
        (line(title="\ud800"), "代理字符"),
        (line(organ="nowhere"), "nowhere"),
        (line(organ=7), "organ"),
        (line(title=None), "title"),
        (line(title="a\0"), "title"),
        (line(acts=[]), "没有行为"),
        (line(acts={}), "acts"),
        (line(acts=["receive"]), "行为不是一组字段"),
        (line(acts=[{**ACT, "on": "2026-02-30"}]), "2026-02-30"),
        (line(acts=[{**ACT, "on": 7}]), "日期"),
        (line(acts=[{**ACT, "by": ["nobody"]}]), "nobody"),
        (line(acts=[{**ACT, "by": [7]}]), "7"),
        (line(acts=[{**ACT, "documents": [7]}]), "documents"),
        (line(acts=[{**ACT, "facts": []}]), "facts"),
        (line(acts=[{**ACT, "facts": {"submitted_on": "昨天"}}]), "昨天"),
        (line(acts=[{**ACT, "when": "2026"}]), "when"),
        (line(kind="x"), "kind"),
        (line(parties={}), "parties"),
        (line(acts=[{**ACT, "papers": {}}]), "papers"),
        (line(procedure="没有的程序"), "没有的程序"),
    ],
)
def test_a_line_that_is_no_case_says_why(receiver: Actor, text: bytes, said: str) -> None:
    found = read([line(), text])
    assert len(found.histories) == 1
    (wrong,) = found.unread
    assert (wrong.place, said in wrong.fault.wrong) == ("第2行", True), wrong.fault.wrong
