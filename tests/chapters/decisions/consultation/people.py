"""A department that drafts, and a case of each procedure that has come as far as its draft."""

from datetime import date

from django.utils import timezone

from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.consultation import actions
from fazhi.chapters.decisions.consultation.models import Comment, Consultation
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from tests import district
from tests.conftest import at

DRAFT = (
    "试验区便民停车管理办法（征求意见稿）\n"
    "第一条 为了方便停车，制定本办法。\n"
    "第二条 本区公共停车位适用本办法。\n"
    "第三条 停车位夜间免费开放。\n停车位的管理单位应当公示开放时间。\n"
)
POSTS = {
    "drafter": ("起草单位", "决策承办单位"),
    "mate": ("起草单位", "决策承办单位"),
    "decider": ("决策机关", "研究论证单位", "决策机关办公机构"),
}


def establish_all() -> None:
    """The test district with people who draft and one who decides."""
    district.establish(POSTS)


def actor(login: str) -> Actor:
    return actor_of(Person.objects.get(user__username=login).user, date(2026, 3, 2))


def papers(*titles: str) -> tuple[Attachment, ...]:
    return tuple(Attachment(title, f"{title}.txt", b"x") for title in titles)


def act(case: Case, login: str, name: str, day: date, *titles: str, **facts: object) -> Act:
    """One act of the case, straight through the kernel."""
    seen = Case.objects.get(pk=case.pk).sequence
    action = Perform(
        case=case,
        expected=seen,
        act=name,
        happened_on=day,
        facts=facts,
        papers=papers(*titles),  # type: ignore[arg-type]
    )
    return action.perform(actor(login), at(day.year, day.month, day.day, 9))


def document(*, market: bool = True) -> Case:
    """A normative document that has been drafted on 3 March 2026."""
    day = date(2026, 3, 2)
    case = Open(
        procedure="normative-document",
        organ=Organ.objects.get(code="justice"),
        act="plan",
        happened_on=day,
        title="便民停车管理办法",
        facts={"issuer": "government", "listed": True, "normative": True, "filing_kind": True},
    ).perform(actor("drafter"), at(2026, 3, 2, 9))
    act(
        case, "drafter", "draft", date(2026, 3, 3), "文件草案", "起草说明", market=market, accessibility=False
    )
    return case


def decision(*, secret: bool = False) -> Case:
    """A major decision that has been drafted on 3 March 2026."""
    day = date(2026, 3, 2)
    case = Open(
        procedure="major-decision",
        organ=Organ.objects.get(code="justice"),
        act="propose",
        happened_on=day,
        title="公共停车规划",
        facts={"source": "leader", "matter": "plan"},
    ).perform(actor("decider"), at(2026, 3, 2, 9))
    act(case, "decider", "study", day, "研究论证意见")
    act(case, "decider", "start", day, in_catalogue=True, several_units=False)
    act(case, "drafter", "draft", date(2026, 3, 3), "决策草案", laws_listed=True, secret=secret)
    return case


def opening(case: Case, **changes: object) -> actions.Open:
    given: dict[str, object] = {
        "case": case,
        "title": "便民停车管理办法（征求意见稿）",
        "text": DRAFT,
        "note": "为了方便停车。",
        "ways": "网上提出，或者来信寄至区司法局。",
        "until": date(2026, 4, 3),
    }
    return actions.Open(**{**given, **changes})  # type: ignore[arg-type]


def opened(case: Case | None = None, **changes: object) -> Consultation:
    """Opened on 4 March 2026, for thirty days unless told otherwise."""
    return opening(case or document(), **changes).perform(actor("drafter"), at(2026, 3, 4))


def say(consultation: Consultation, text: str, **changes: object) -> Comment:
    """A comment on 10 March, each with a key of its own."""
    when = changes.pop("at", at(2026, 3, 10))
    number = consultation.comments.count() + 1
    given: dict[str, object] = {
        "consultation": consultation, "version": 1, "text": text, "kind": "person",
        "key": f"key-{consultation.pk}-{number}", "code": "2222-2222-2222",
    }  # fmt: skip
    return actions.Say(**{**given, **changes}).perform(when)  # type: ignore[arg-type]


def today() -> date:
    return timezone.localdate()
