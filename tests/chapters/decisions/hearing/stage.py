"""A decision whose hearing is open for registration, and the steps that take it further."""

from collections.abc import Sequence
from datetime import date, datetime

from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing import actions, standing
from fazhi.chapters.decisions.hearing.actions import Group
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from tests.chapters.decisions.consultation.people import actor, decision
from tests.conftest import at

BEACON = "演示彩票当日开奖号码，两位数字之间各空一格"
VALUE = "01 08 15 22 29 33"


def opening(case: Case, **changes: object) -> actions.Open:
    given: dict[str, object] = {
        "case": case,
        "title": "公共停车规划",
        "ground": "chosen",
        "draft": "第一条 规划停车位。",
        "note": "为了方便停车。",
        "conditions": "本区居民或者在本区经营的单位。",
        "method": "各类报名超过名额的，公开抽取。",
        "groups": (Group("公众", 2, 1), Group("企业", 1, 0)),
        "quota_reason": "影响居民较多，故居民名额多于企业。",
        "until": date(2026, 3, 14),
        "held_at": at(2026, 4, 1, 14),
        "place": "演示会议室",
    }
    return actions.Open(**{**given, **changes})  # type: ignore[arg-type]


def opened(**changes: object) -> Hearing:
    """Opened on 4 March 2026; registration to 14 March, the hearing on 1 April."""
    return opening(decision(), **changes).perform(actor("drafter"), at(2026, 3, 4))


def register(hearing: Hearing, who: str, group: str = "公众", **changes: object) -> Registration:
    """A registration on 6 March."""
    when = changes.pop("at", at(2026, 3, 6))
    given: dict[str, object] = {
        "hearing": hearing, "group": group, "kind": "person", "name": f"演示·{who}", "contact": f"电话{who}",
        "relation": "住在附近", "confirmed": True, "key": f"{hearing.pk}-{who}", "code": "2222-2222-2222",
    }  # fmt: skip
    return actions.Register(**{**given, **changes}).perform(when)  # type: ignore[arg-type]


def filled(people: Sequence[str] = ("甲", "乙", "丙", "丁"), firms: Sequence[str] = ("戊",)) -> Hearing:
    """Everybody registered and accepted."""
    hearing = opened()
    for who in people:
        register(hearing, who)
    for who in firms:
        register(hearing, who, "企业", kind="enterprise")
    rule(hearing, *range(1, len(people) + len(firms) + 1))
    return hearing


def rule(hearing: Hearing, *numbers: int, accepted: bool = True, reason: str = "", on: int = 15) -> int:
    action = actions.Rule(hearing=hearing, numbers=numbers, accepted=accepted, reason=reason)
    return action.perform(actor("drafter"), at(2026, 3, on))


def commit(hearing: Hearing, when: datetime | None = None, day: date = date(2026, 3, 18)) -> object:
    action = actions.Commit(hearing=hearing, source=BEACON, day=day)
    return action.perform(actor("drafter"), when or at(2026, 3, 16))


def drawn(hearing: Hearing | None = None) -> Hearing:
    """Promised on 16 March on a value of 18 March, drawn on the 19th."""
    row = hearing or filled()
    commit(row)
    actions.Draw(hearing=row, value=VALUE).perform(actor("drafter"), at(2026, 3, 19))
    return again(row)


def announced(hearing: Hearing | None = None) -> Hearing:
    row = drawn(hearing)
    actions.Announce(hearing=row).perform(actor("drafter"), at(2026, 3, 20))
    return again(row)


def seats(hearing: Hearing) -> list[int]:
    """The numbers of those who sit now."""
    return [one.row.registration.number for one in now(hearing).sitting]


def heard(hearing: Hearing | None = None) -> Hearing:
    """Papers delivered on 21 March; on 1 April all came and a record was written."""
    row = hearing or announced()
    who = actor("drafter")
    actions.Deliver(hearing=row, numbers=seats(row), way="当面").perform(who, at(2026, 3, 21))
    actions.Attend(hearing=row, numbers=seats(row), present=True).perform(who, at(2026, 4, 1, 14))
    actions.Write(hearing=row, introduced="介绍。", debated="陈述。").perform(who, at(2026, 4, 1, 17))
    return again(row)


def again(hearing: Hearing) -> Hearing:
    return Hearing.objects.get(pk=hearing.pk)


def now(hearing: Hearing) -> standing.Standing:
    return standing.read(again(hearing))
