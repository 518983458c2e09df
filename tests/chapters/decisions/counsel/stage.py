"""A decision that was drafted, a reviewer and an adviser, and registers of experts and lawyers."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from fazhi.cases.models import Case, Paper
from fazhi.chapters.decisions.counsel import actions
from fazhi.chapters.decisions.counsel.models import Assignment, Opinion
from fazhi.office.models import Organ
from fazhi.registers.actions import Approve, Keep, Publish, Submit, open_register
from fazhi.registers.models import Edition
from tests import district
from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import act, actor
from tests.conftest import at

POSTS = {
    **people.POSTS,
    "reviewer": ("负责合法性审查的部门", "合法性审核机构"),
    "adviser": ("法律顾问、公职律师",),
    "other": ("法律顾问、公职律师",),
}


def establish_all() -> None:
    """The test district with people who draft, decide, review and advise."""
    district.establish(POSTS)


def listed(kind: str, rows: Sequence[Mapping[str, object]], organ: str = "justice") -> Edition:
    """A register in force since 2 March 2026."""
    coordinator, clerk, when = actor("coordinator"), actor("drafter"), at(2026, 3, 2)
    register = open_register(clerk, kind, Organ.objects.get(code=organ), when)
    data = json.dumps(list(rows), ensure_ascii=False).encode()
    edition = Keep(register=register, file_name="名册.json", data=data, base=None).perform(clerk, when)
    Submit(edition=edition, expected=0, text="请审核").perform(clerk, when)
    Approve(edition=edition, expected=1, text="同意").perform(coordinator, when)
    Publish(edition=edition, expected=2).perform(coordinator, when)
    return edition


def bank() -> Edition:
    rows = (
        {"number": "ZJ-1", "name": "演示·专家甲", "kind": "专家", "workplace": "演示大学", "field": "交通"},
        {"number": "ZJ-2", "name": "演示·专家乙", "kind": "专家", "workplace": "区司法局", "field": "规划"},
    )
    return listed("expert-bank", rows)


def choose(case: Case, name: str = "演示·专家甲", login: str = "drafter", **changes: object) -> Assignment:
    """An expert from elsewhere without any interest, on 10 March."""
    given: dict[str, object] = {
        "case_id": case.pk, "role": "expert", "interest": "none", "declared": "没有利害关系",
        "drafted": False, "name": name, "workplace": "演示大学", "source": "市级专家库",
    }  # fmt: skip
    return actions.Assign(**{**given, **changes}).perform(actor(login), at(2026, 3, 10))  # type: ignore[arg-type]


def adviser(case: Case, **changes: object) -> Assignment:
    """A legal adviser who has a log-in, asked by the reviewer."""
    given = {"role": "legal", "account": "adviser", "workplace": "演示律师事务所", "source": "法律顾问名册"}
    return choose(case, "演示·顾问甲", "reviewer", **{**given, **changes})


def paper(case: Case) -> Paper:
    found = Paper.objects.filter(act__case=case, title="决策草案").last()
    assert found
    return found


def note(row: Assignment, **changes: object) -> Opinion:
    """A written opinion on the draft, on 12 March."""
    given: dict[str, object] = {
        "assignment": row, "material": paper(row.case).pk, "conclusion": "feasible", "text": "可行。",
        "written": True, "signed": True,
    }  # fmt: skip
    return actions.Note(**{**given, **changes}).perform(actor("drafter"), at(2026, 3, 12))  # type: ignore[arg-type]


def sent(case: Case) -> Case:
    """Sent to review on 16 March."""
    act(case, "drafter", "send_review", date(2026, 3, 16), "决策草案", "依据材料", "履行法定程序的说明")
    return case


def advise(row: Assignment, login: str = "adviser", **changes: object) -> Opinion:
    given: dict[str, object] = {
        "assignment": row, "material": paper(row.case).pk, "conclusion": "lawful", "text": "合法。",
    }  # fmt: skip
    return actions.Advise(**{**given, **changes}).perform(actor(login), at(2026, 3, 17))  # type: ignore[arg-type]
