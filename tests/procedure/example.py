"""A small procedure in our own words, for tests that need no statute: ask, review, decide, serve."""

from datetime import date, datetime, time

from fazhi.law.clock import Clock as Budget
from fazhi.law.clock import Extension
from fazhi.law.period import Period
from fazhi.law.rule import Basis
from fazhi.law.unit import Unit
from fazhi.procedure.act import Act, Document, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.clock import Clock, Lengthening
from fazhi.procedure.condition import All, Done, Ended, Is, Not, SamePerson
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.gate import Gate
from fazhi.procedure.invariant import Invariant
from fazhi.procedure.outcome import Outcome
from fazhi.procedure.person import Person
from fazhi.procedure.record import Record
from fazhi.procedure.role import Role, RoleKind
from fazhi.procedure.value import Value

LAW = Basis("示例法", "2024-01-01", "第一条")
DAY = date(2024, 3, 1)


def article(number: str) -> Basis:
    return Basis("示例法", "2024-01-01", f"第{number}条")


PASSED = Gate(All((Done("review"), Is("passed", (True,)))), "未经审核不得决定", article("三"))
UNDECIDED = Gate(Not(Done("decide")), "已经决定", article("三"))
EDITION = Edition(
    id="example",
    title="示例程序",
    basis=LAW,
    roles=(
        Role("citizen", "申请人", RoleKind.PARTY, LAW, recorded_by=("clerk",)),
        Role("clerk", "经办人", RoleKind.OFFICIAL, LAW),
        Role("reviewer", "审核人", RoleKind.OFFICIAL, article("三"), qualification="审核资格",
             differs_from=("clerk",)),
        Role("panel", "合议人员", RoleKind.OFFICIAL, article("四"), persons=2),
    ),
    facts=(
        Fact("passed", "审核是否通过", FactKind.YES_NO, article("三")),
        Fact("days", "延长天数", FactKind.NUMBER, article("五"), unit="日"),
        Fact("person", "回避的人", FactKind.PERSON, article("六")),
    ),
    acts=(
        Act("ask", "申请", "citizen", LAW, starts=True),
        Act("draft", "拟办", "clerk", article("二"), requires=(Gate(Done("ask"), "", article("二")),)),
        Act("review", "审核", "reviewer", article("三"), asks=("passed",),
            requires=(Gate(Done("draft"), "尚未拟办", article("三")), UNDECIDED)),
        Act("send_back", "退回", "reviewer", article("三"), Kind.SEND_BACK, reopens=("draft", "review"),
            clears=("passed",), requires=(Gate(Is("passed", (False,)), "审核通过的不退回", article("三")),
                                          UNDECIDED)),
        Act("decide", "决定", "panel", article("四"), at_most=1,
            documents=(Document("决定书", article("四")),),
            requires=(PASSED,)),
        Act("prolong", "延期", "panel", article("五"), Kind.EXTENSION, asks=("days",),
            requires=(Gate(Done("ask"), "", article("五")), UNDECIDED)),
        Act("recuse", "决定回避", "panel", article("六"), Kind.RECUSAL, asks=("person",), bars="person",
            requires=(Gate(Done("ask"), "", article("六")),)),
        Act("serve", "送达", "clerk", article("七"), ends="done",
            requires=(Gate(Done("decide"), "没有决定", article("七")),)),
        Act("correct", "更正", "clerk", article("八"), Kind.CORRECTION, after_end=True,
            requires=(Gate(Done("ask"), "", article("八")),)),
    ),
    clocks=(
        Clock("decision", "决定期限", ("ask",), ("decide",), article("四"),
              Budget(Period(10, Unit.WORKING_DAY), Extension(Period(5, Unit.WORKING_DAY), 1)),
              extended_by=Lengthening("prolong", "days", article("五"))),
        Clock("filing", "备案期限", ("decide",), ("serve",), article("七"), undetermined="区司法局"),
    ),
    outcomes=(Outcome("done", "办结", article("七")),),
    invariants=(
        Invariant("未经审核通过不得决定", All((Done("decide"), Not(Is("passed", (True,))))), article("三")),
        Invariant("审核与承办不得同人", SamePerson(("draft", "review")), article("三")),
        Invariant("未决定不得办结", All((Ended(), Not(Done("decide")))), article("七")),
    ),
    since=date(2024, 1, 1),
)  # fmt: skip


def record(
    act: str, on: date = DAY, by: tuple[Person, ...] = (), entered: date | None = None, **facts: Value
) -> Record:
    """A record by suitable people, with every paper, entered in the evening."""
    known = EDITION.act.get(act)
    people = by or (cast(EDITION)[known.by] if known else ())
    papers = tuple(paper.title for paper in known.documents) if known else ()
    return Record(act, people, on, datetime.combine(entered or on, time(17)), facts, papers)


def told(*records: Record) -> Case:
    """A case with records as they are, lawful or not."""
    return Case(EDITION, records)
