"""A department that drafts, one that reviews and advises, and cases that have come to their review."""

from datetime import date

from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.legality import actions, standing
from fazhi.chapters.decisions.legality.actions.save import Said
from fazhi.chapters.decisions.legality.models import Examination
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from tests import district
from tests.conftest import at

DRAFT = (
    "试验区便民停车管理办法\n"
    "第一条 为了方便停车，制定本办法。\n"
    "第二条 违反本办法的，处以500元罚款。\n"
    "第三条 停车位夜间免费开放。\n"
)
POSTS = {
    "drafter": ("起草单位", "决策承办单位"),
    "reviewer": ("合法性审核机构", "负责合法性审查的部门"),
    "second": ("合法性审核机构", "负责合法性审查的部门"),
    "adviser": ("法律顾问、公职律师",),
    "both": ("起草单位", "合法性审核机构"),
    "idle": (),
}
DAY = date(2026, 3, 2)


def establish_all() -> None:
    """The test district with a drafter, two reviewers, an adviser, somebody of both, somebody of neither."""
    district.establish(POSTS)


def actor(login: str) -> Actor:
    return actor_of(Person.objects.get(user__username=login).user, DAY)


def act(case: Case, login: str, name: str, *titles: str, on: int = 3, **facts: object) -> Act:
    """One act of the case, straight through the kernel; every paper holds the draft."""
    papers = tuple(Attachment(title, f"{title}.txt", DRAFT.encode()) for title in titles)
    return Perform(
        case=case,
        expected=Case.objects.get(pk=case.pk).sequence,
        act=name,
        happened_on=date(2026, 3, on),
        facts=facts,  # type: ignore[arg-type]
        papers=papers,
    ).perform(actor(login), at(2026, 3, on, 9))


def drafted(login: str = "drafter", *, market: bool = False) -> Case:
    case = Open(
        procedure="normative-document",
        organ=Organ.objects.get(code="justice"),
        act="plan",
        happened_on=DAY,
        title="便民停车管理办法",
        facts={"issuer": "government", "listed": True, "normative": True, "filing_kind": True},
    ).perform(actor(login), at(2026, 3, 2, 9))
    act(case, login, "draft", "文件草案", "起草说明", market=market, accessibility=False)
    return case


def sent(login: str = "drafter", *, market: bool = False) -> Case:
    """A document sent to review on 4 March 2026."""
    case = drafted(login, market=market)
    act(case, login, "send_review", "文件草案", "起草说明", "依据材料", on=4)
    return case


def begun(case: Case | None = None, login: str = "reviewer") -> Examination:
    """Taken up on 5 March, on the draft that was sent."""
    found = case or sent()
    paper = found.acts.get(name="send_review").papers.get(title="文件草案")
    return actions.Begin(case_id=found.pk, paper=paper.pk).perform(actor(login), at(2026, 3, 5))


def now(row: Examination) -> standing.Standing:
    from fazhi.cases import store

    return standing.read(row, store.load(Case.objects.get(pk=row.case_id)))


def save(row: Examination, answers: dict[str, Said], rulings: dict[int, Said], **changes: object) -> int:
    given: dict[str, object] = {
        "examination": row, "seen": now(row).seen, "answers": answers, "rulings": rulings,
    }  # fmt: skip
    login = str(changes.pop("login", "reviewer"))
    return actions.Save(**{**given, **changes}).perform(actor(login), at(2026, 3, 6))  # type: ignore[arg-type]


def answered(row: Examination, finding: str = "no", **other: Said) -> None:
    """Everything said: each item holds unless told otherwise, each finding dismissed or accepted."""
    items = {item.id: other.get(item.id, Said("yes")) for item in now(row).checklist.items}
    rulings = {one.number: Said(finding, "上位法已有规定") for one in now(row).findings}
    save(row, items, rulings)


def conclude(row: Examination, opinion: str = "lawful", **changes: object) -> Act:
    given: dict[str, object] = {
        "examination": row, "seen": now(row).seen, "opinion": opinion,
        "expected": Case.objects.get(pk=row.case_id).sequence,
    }  # fmt: skip
    login = str(changes.pop("login", "reviewer"))
    when = at(2026, 3, 9)
    return actions.Conclude(**{**given, **changes}).perform(actor(login), when)  # type: ignore[arg-type]
