"""An organ with everybody a major decision needs, and a decision taken there against a dissent."""

from collections.abc import Mapping
from datetime import date, datetime

from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.archive import actions, standing
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from tests import district
from tests.conftest import at

POSTS = {
    "decider": ("决策机关", "研究论证单位"),
    "office": ("决策机关办公机构", "制定机关办公机构"),
    "drafter": ("决策承办单位", "起草单位"),
    "reviewer": ("负责合法性审查的部门",),
    "adviser": ("法律顾问、公职律师",),
    "secretary": ("会议记录人员",),
    "member": ("会议组成人员",),
    "other": ("会议组成人员", "决策执行单位"),
    "governor": ("决策机关行政首长",),
}
WORDS = "建议分两年实施，先行试点"
STEPS: tuple[tuple[str, str, tuple[int, int], tuple[str, ...], Mapping[str, object]], ...] = (
    ("decider", "study", (3, 2), ("研究论证意见",), {}),
    ("decider", "start", (3, 2), (), {"in_catalogue": True, "several_units": False}),
    ("drafter", "draft", (3, 3), ("决策草案",), {"laws_listed": True, "secret": False}),
    ("drafter", "coordinate", (3, 3), (), {"departments": "none", "dispute": "无"}),
    ("drafter", "hear_otherwise", (3, 4), (), {"way": "forum"}),
    ("drafter", "consult_groups", (3, 4), (), {"groups": "none"}),
    ("drafter", "waive_hearing", (3, 4), (), {"hearing_by_law": False}),
    ("drafter", "argue_experts", (3, 5), (), {"experts": "written", "interested": False}),
    ("drafter", "assess_risk", (3, 5), ("风险评估报告或者不需要评估的说明",), {"risk": "controllable"}),
    ("drafter", "record_fair_competition", (3, 5), ("公平竞争审查结论或者不需要审查的说明",), {
        "fair_competition": "none",
    }),
    ("drafter", "send_review", (3, 6), ("决策草案", "依据材料", "履行法定程序的说明"), {}),
    ("adviser", "advise", (3, 9), (), {"advice": "lawful"}),
    ("reviewer", "review", (3, 17), ("合法性审查意见书",), {
        "opinion": "lawful", "within_powers": True, "procedure_followed": True, "content_lawful": True,
    }),
    ("drafter", "submit", (3, 18), ("社会公众主要意见的研究采纳情况",), {"materials_complete": True}),
    ("secretary", "deliberate", (3, 20), (), {"meeting": "executive"}),
    ("member", "object", (3, 20), (), {"dissent": WORDS}),
    ("other", "speak", (3, 20), (), {"remark": "同意"}),
    ("governor", "chief_speaks", (3, 20), (), {"with_majority": True}),
    ("governor", "decide", (3, 20), (), {"decision": "adopted"}),
    ("secretary", "record_dissent", (3, 20), (), {}),
    ("secretary", "minutes", (3, 21), ("会议记录",), {}),
    ("office", "report_to_party", (3, 21), (), {}),
    ("office", "report_to_congress", (3, 21), (), {"congress": "not-required"}),
    ("office", "publish", (3, 23), ("决策公布文本",), {"concern": False}),
)  # fmt: skip
MISSING = {"署名盖章的书面论证意见", "专家论证意见的研究采纳情况", "向同级党委的请示报告"}
"""What the steps leave out although an article asks for it."""


def establish_all() -> None:
    """The test district with everybody of a decision."""
    district.establish(POSTS)


def actor(login: str) -> Actor:
    return actor_of(Person.objects.get(user__username=login).user, date(2026, 3, 2))


def act(
    case: Case, login: str, name: str, day: date, *titles: str, now: datetime | None = None, **facts: object
) -> Act:
    """One act of the case, straight through the kernel, entered on its day at nine unless told otherwise."""
    return Perform(
        case=case,
        expected=Case.objects.get(pk=case.pk).sequence,
        act=name,
        happened_on=day,
        facts=facts,  # type: ignore[arg-type]
        papers=tuple(Attachment(title, f"{title}.txt", f"演示{title}".encode()) for title in titles),
    ).perform(actor(login), now or at(day.year, day.month, day.day, 9))


def proposed() -> Case:
    """A decision that a leader proposed on 2 March 2026."""
    return Open(
        procedure="major-decision",
        organ=Organ.objects.get(code="justice"),
        act="propose",
        happened_on=date(2026, 3, 2),
        title="老旧小区改造总体方案",
        facts={"source": "leader", "matter": "project"},
    ).perform(actor("office"), at(2026, 3, 2, 9))


def decision(until: str = "publish") -> Case:
    """A decision up to and with an act; the whole way ends with its publication on 23 March."""
    case = proposed()
    for login, name, (month, day), titles, facts in STEPS:
        act(case, login, name, date(2026, month, day), *titles, **facts)
        if name == until:
            break
    return case


def now(case: Case) -> standing.Standing:
    return standing.standing(Case.objects.select_related("organ").get(pk=case.pk))


def supply(case: Case, title: str, login: str = "drafter", **changes: object) -> None:
    item = next(one for one in now(case).absent if one.title == title)
    given: dict[str, object] = {
        "case_id": case.pk, "number": item.step.number, "title": title, "file_name": "扫描.txt",
        "content": title.encode(), "reason": "原件在承办单位",
    }  # fmt: skip
    actions.Supply(**{**given, **changes}).perform(actor(login), at(2026, 3, 24))  # type: ignore[arg-type]


def completed(case: Case) -> None:
    """Everything that is missing supplied, but for one paper that does not apply."""
    for title in sorted(MISSING)[1:]:
        supply(case, title)
    item = next(one for one in now(case).missing)
    actions.Waive(
        case_id=case.pk, number=item.step.number, title=item.title, reason="专家意见在论证会上提出"
    ).perform(actor("office"), at(2026, 3, 24))


def close(case: Case, login: str = "office", **changes: object) -> None:
    given: dict[str, object] = {"case_id": case.pk, "expected": Case.objects.get(pk=case.pk).sequence}
    actions.Close(**{**given, **changes}).perform(actor(login), at(2026, 3, 25))  # type: ignore[arg-type]
