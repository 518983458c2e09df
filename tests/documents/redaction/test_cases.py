"""Passages as decisions, replies and judgments write them: what is hidden in each, and what must stay."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from fazhi.documents.redaction import Kind, Policy, redact
from fazhi.documents.redaction.span import apply
from tests.documents.redaction.marked import documents
from tests.documents.redaction.measure import Measure, measure

CASES = Path(__file__).parent / "cases"
HIDDEN: list[dict[str, Any]] = yaml.safe_load((CASES / "hidden.yaml").read_text("utf-8"))
STAYS: list[str] = yaml.safe_load((CASES / "stays.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", HIDDEN, ids=range(len(HIDDEN)))
def test_what_identifies_a_private_person_is_hidden(case: dict[str, Any]) -> None:
    found = redact(case["text"])
    assert found.text == case["becomes"]
    assert [span.kind.value for span in found.spans] == case["kinds"].split()


@pytest.mark.parametrize("text", STAYS, ids=range(len(STAYS)))
def test_what_identifies_nobody_stays(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize("case", HIDDEN, ids=range(len(HIDDEN)))
def test_a_published_text_has_nothing_left_to_hide(case: dict[str, Any]) -> None:
    assert redact(case["becomes"]).text == case["becomes"]


def test_spans_are_places_in_the_original_and_hold_no_hidden_value() -> None:
    text = "当事人：张志祥，电话：１３９００００００００。"
    found = redact(text)
    assert [text[s.start : s.end] for s in found.spans] == ["张志祥", "１３９００００００００"]
    assert found.as_dict()["spans"] == [
        {"start": 4, "end": 7, "kind": "name", "value_masked": "张某"},
        {"start": 11, "end": 22, "kind": "phone", "value_masked": "***"},
    ]
    assert apply(text, found.spans) == found.text


def test_an_office_may_hide_its_officials_and_lawyers_too() -> None:
    text = "审判员 胡永峰\n委托代理人：何静，天津某某律师事务所律师。"
    assert redact(text).text == text
    assert redact(text, Policy(officials=True, lawyers=True)).text == (
        "审判员 胡某\n委托代理人：何某，天津某某律师事务所律师。"
    )


def test_an_office_may_name_who_represents_a_company() -> None:
    text = "法定代表人：陈青松，董事长。"
    assert redact(text, Policy(representatives=False)).text == text


def test_an_office_may_leave_some_digits_readable() -> None:
    text = "电话：13900000001"
    assert redact(text, Policy(keep_head=3, keep_tail=2)).text == "电话：139***01"


def test_the_code_of_a_shop_run_by_one_person_is_hidden_on_request_only() -> None:
    text = "统一社会信用代码：92120102MA06ABCD1X；91120102MA05ABCD12"
    assert redact(text).text == text
    assert redact(text, Policy(household_codes=True)).text == "统一社会信用代码：***；91120102MA05ABCD12"


def test_a_child_born_after_the_documents_date_less_eighteen_years_is_a_minor() -> None:
    child = redact("申请人：宋小宝，男，2012年3月1日出生。2024年5月6日")
    adult = redact("申请人：宋小宝，男，1982年3月1日出生。2024年5月6日")
    assert (child.spans[0].kind.value, child.spans[0].masked) == ("minor", "某某")
    assert (adult.spans[0].kind.value, adult.spans[0].masked) == ("name", "宋某")


def test_whole_documents_lose_what_identifies_and_little_else() -> None:
    """Floors a little below what is measured (docs/redaction.md): a change that loses a person is seen."""
    found = measure(documents())
    total = sum(found.values(), Measure())
    names = found[Kind.NAME] + found[Kind.MINOR]
    assert all(m.found == m.marked for kind, m in found.items() if kind not in (Kind.NAME, Kind.MINOR))
    assert names.found / names.marked >= 0.95
    assert total.right / total.hidden >= 0.995
