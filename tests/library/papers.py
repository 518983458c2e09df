"""A normative document all the way to its publication, by the acts of its case."""

from datetime import date

from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Case, Paper
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from tests import district
from tests.conftest import at

POSTS = {
    "drafter": ("起草单位",),
    "reviewer": ("合法性审核机构",),
    "adviser": ("法律顾问、公职律师",),
    "chief": ("制定机关主要负责人",),
    "secretary": ("会议记录人员",),
    "bureau": ("制定机关办公机构",),
}
FINAL = "试验区便民停车管理办法\n第一条 为了方便停车，制定本办法。\n第二条 停车位夜间免费开放。\n"
ACTS: tuple[tuple[str, str, date, tuple[str, ...], dict[str, object]], ...] = (
    ("drafter", "draft", date(2026, 3, 3), ("文件草案", "起草说明"),
     {"market": False, "accessibility": False}),
    ("drafter", "argue", date(2026, 3, 4), (), {"argument": "必要、可行"}),
    ("drafter", "open_comments", date(2026, 3, 4), ("文件草案", "起草说明"),
     {"comment_period": "full", "comments_until": date(2026, 4, 3)}),
    ("drafter", "coordinate", date(2026, 3, 12), (),
     {"departments": "agreed", "department_opinions": "三个部门均无不同意见"}),
    ("drafter", "record_fair_competition", date(2026, 3, 20), ("公平竞争审查结论或者不需要审查的说明",),
     {"fair_competition": "none"}),
    ("drafter", "close_comments", date(2026, 4, 7), (), {}),
    ("drafter", "send_review", date(2026, 4, 8), ("文件草案", "起草说明", "依据材料"), {}),
    ("adviser", "advise", date(2026, 4, 9), (), {"advice": "lawful"}),
    ("reviewer", "review", date(2026, 4, 10), ("合法性审核意见书",), {"opinion": "lawful"}),
    ("drafter", "submit", date(2026, 4, 13), (), {}),
    ("secretary", "deliberate", date(2026, 4, 14), ("会议记录",),
     {"meeting": "executive", "dissent": "无", "result": "adopted"}),
    ("chief", "sign", date(2026, 4, 15), (),
     {"number": "试政规〔2026〕1号", "validity": "dated", "valid_until": date(2028, 12, 31)}),
    ("bureau", "publish", date(2026, 4, 16), ("正式文本",),
     {"index_number": "甲/2026-00001", "address": "本站"}),
)  # fmt: skip


def establish_all() -> None:
    """The test district with everybody the procedure asks for."""
    district.establish(POSTS)


def actor(login: str) -> Actor:
    return actor_of(Person.objects.get(user__username=login).user, date(2026, 3, 2))


def issued() -> Paper:
    """The 正式文本 of the act that published it."""
    case = Open(
        procedure="normative-document",
        organ=Organ.objects.get(code="justice"),
        act="plan",
        happened_on=date(2026, 3, 2),
        title="便民停车管理办法",
        facts={"issuer": "government", "listed": True, "normative": True, "filing_kind": True},
    ).perform(actor("drafter"), at(2026, 3, 2, 9))
    for login, name, day, titles, facts in ACTS:
        papers = tuple(Attachment(title, f"{title}.txt", FINAL.encode()) for title in titles)
        seen = Case.objects.get(pk=case.pk).sequence
        act = Perform(case=case, expected=seen, act=name, happened_on=day, facts=facts, papers=papers)  # type: ignore[arg-type]
        act.perform(actor(login), at(day.year, day.month, day.day, 9))
    return Paper.objects.get(act__case=case, title="正式文本")
