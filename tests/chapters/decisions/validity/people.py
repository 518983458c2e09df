"""Documents of the test district: entered by hand, and one that a case brought to its publication."""

from datetime import date
from typing import Any

from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.models import Document, Record
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from tests import district
from tests.conftest import at

ALL = (
    "起草单位", "合法性审核机构", "法律顾问、公职律师", "制定机关主要负责人", "会议记录人员",
    "制定机关办公机构",
)  # fmt: skip
POSTS = {"maker": (ALL[0],), "rest": ALL[1:]}
TEXT = """便民停车管理办法
第一条 根据《示例区便民服务办法》第二条，制定本办法。
第二条 依照《行政许可法》办理。
"""


def establish_all() -> None:
    """The test district with somebody who drafts, and somebody for all that comes after."""
    district.establish(POSTS)


def actor(login: str) -> Actor:
    return actor_of(Person.objects.get(user__username=login).user, date(2026, 3, 2))


def cells(number: str = "试司规〔2024〕1号", **changes: Any) -> dict[str, Any]:
    """A document of 区司法局 that states its end, as a form has it."""
    given = {
        "number": number, "name": "窗口服务办法", "issuer": "试验区司法局", "organ": "区司法局",
        "published_on": "2021-03-01", "term": "载明截止之日", "valid_until": "2026-03-01",
        "normative": "是", "filing": "否", "basis": "《示例区便民服务办法》第二条",
    }  # fmt: skip
    return {**given, **changes}


def entered(number: str = "试司规〔2024〕1号", login: str = "clerk", **changes: Any) -> Document:
    """Registered on 5 January 2026."""
    return actions.Enter(cells=cells(number, **changes)).perform(actor(login), at(2026, 1, 5))


def endless(number: str, **changes: Any) -> Document:
    """One that states no end."""
    return entered(number, **{"term": "文件没有载明", "valid_until": "", **changes})


def change(document: Document, kind: Record.Kind, on: date, **changes: Any) -> Record:
    given: dict[str, Any] = {
        "document": document, "kind": kind, "effective_on": on, "reason": "区政府常务会议决定",
        "expected": document.records.count(),
    }  # fmt: skip
    return actions.Change(**{**given, **changes}).perform(actor("coordinator"), at(2026, 2, 2))


def act(case: Case, name: str, on: date, *titles: str, login: str = "rest", **facts: Any) -> Act:
    """One act of the case, straight through the kernel; every paper holds the text."""
    return Perform(
        case=case,
        expected=Case.objects.get(pk=case.pk).sequence,
        act=name,
        happened_on=on,
        facts=facts,
        papers=tuple(Attachment(title, f"{title}.txt", TEXT.encode()) for title in titles),
    ).perform(actor(login), at(on.year, on.month, on.day))


def signed(number: str = "试司规〔2026〕2号", **facts: Any) -> Case:
    """A document of the office, signed on 12 March 2026."""
    day = date(2026, 3, 2)
    case = Open(
        procedure="normative-document", organ=Organ.objects.get(code="justice"), act="plan", happened_on=day,
        title="便民停车管理办法",
        facts={"issuer": "department", "listed": True, "normative": True, "filing_kind": False},
    ).perform(actor("maker"), at(2026, 3, 2, 9))  # fmt: skip
    for name, titles, said in (
        ("draft", ("文件草案", "起草说明"), {"market": False, "accessibility": False}),
        ("record_fair_competition", ("公平竞争审查结论或者不需要审查的说明",), {"fair_competition": "none"}),
        ("send_review", ("文件草案", "起草说明", "依据材料"), {}),
    ):
        act(case, name, date(2026, 3, 3), *titles, login="maker", **said)
    act(case, "advise", date(2026, 3, 4), advice="lawful")
    act(case, "review", date(2026, 3, 9), "合法性审核意见书", opinion="lawful")
    act(case, "submit", date(2026, 3, 10), login="maker")
    act(
        case, "deliberate", date(2026, 3, 11), "会议记录", meeting="executive", dissent="无", result="adopted"
    )
    given = {"number": number, "validity": "dated", "valid_until": date(2028, 12, 31), **facts}
    act(case, "sign", date(2026, 3, 12), **given)
    return case


def published(**facts: Any) -> Case:
    """And published on 16 March."""
    case = signed(**facts)
    address = "https://www.example.gov.cn/1"
    act(case, "publish", date(2026, 3, 16), "正式文本", index_number="A1", address=address)
    return case
