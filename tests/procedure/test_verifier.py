"""The verifier proves what must never be, and finds the one history where it can."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from fazhi.procedure.condition import All, Any, Done, Ended, Expired, Fewer, Is, Not
from fazhi.procedure.edition import Edition
from fazhi.procedure.gate import Gate
from fazhi.procedure.history import history
from fazhi.procedure.invariant import Invariant
from fazhi.procedure.perform import refusals
from fazhi.procedure.verify.domain import domains
from fazhi.procedure.verify.living import Living
from fazhi.procedure.verify.proof import proof
from fazhi.procedure.verify.structure import overlapping
from fazhi.procedure.verify.verifier import verify
from fazhi.procedure.view import View
from tests import shipped
from tests.law.calendars import OFFICIAL
from tests.procedure.example import EDITION, LAW, article

START = date(2024, 3, 1)
PACKS = shipped.latest()
LONG = ("disclosure-on-request", "normative-document", "major-decision")
"""Too long for every run: they belong to ``run.py soak``."""
DECIDING = {
    "disclosure-on-request": ["reply", "deem_abandoned"],
    "simple-penalty": ["decide", "no_penalty", "collect", "pay", "close"],
    "ordinary-penalty": ["decide", "request_hearing", "legal_review"],
    "reconsideration-hearing": ["hold", "waive", "record"],
    "penalty-hearing": ["hold", "terminate", "finish"],
    "administrative-mediation": ["accept", "agree", "terminate"],
    "fair-competition-review": ["not_needed", "conclude_department", "conclude_market"],
    "decision-catalogue": ["settle", "publish", "publish_adjusted", "close"],
    "normative-document": ["review", "submit", "sign", "publish", "file_congress", "retire", "expire"],
    "major-decision": [
        "review",
        "submit",
        "chief_speaks",
        "decide",
        "minutes",
        "publish",
        "archive",
        "replace",
        "suspend",
        "complete",
        "evaluate",
        "look_back",
    ],
}
REDUNDANT = {
    ("deem_abandoned", "已经答复的，不得视为放弃"),
    ("decide", "未告知拟处罚内容及事实、理由、依据的，不得作出处罚决定"),
    ("accept", "受理以前须先办理：登记"),
    ("request_hearing", "要求听证以前须先办理：告知拟作出的处罚内容及事实、理由、依据和权利"),
    ("terminate", "终止调解以前须先办理：受理"),
    ("not_needed", "认定不需要审查以前须先办理：判断是否须审查"),
    ("publish", "向社会公布目录以前须先办理：收到同级党委的答复"),
    ("publish_adjusted", "公布调整后的目录以前须先办理：收到同级党委对调整的答复"),
    ("submit", "提交集体讨论以前须先办理：起草"),
    ("review", "提出合法性审查意见以前须先办理：送请合法性审查"),
    ("submit", "未经合法性审查的，不得提交讨论"),
    ("sign", "未经集体讨论，不得签发"),
    ("expire", "有效期届满，宣布失效以前须先办理：公布"),
}
"""Gates that another gate implies: hearing needs notice, a check and an acceptance need the register, and
whether a hearing may be asked for is settled by the notice.

An answer of the party committee, an opinion, a result of a meeting are facts that come with that act alone.
"""


def codes(edition: Edition) -> list[str]:
    return [finding.code for finding in verify(edition, OFFICIAL, START).findings]


def changed(act: str, **parts: object) -> Edition:
    acts = tuple(replace(a, **parts) if a.id == act else a for a in EDITION.acts)  # type: ignore[arg-type]
    return replace(EDITION, acts=acts)


def test_the_example_holds_and_its_open_question_is_named() -> None:
    verdict = verify(EDITION, OFFICIAL, START)
    assert verdict.publishable
    assert [finding.code for finding in verdict.findings] == ["procedure.E110"]
    assert all(found.holds and found.complete for found in verdict.proofs)


@pytest.mark.parametrize(("act", "title"), [("decide", "未经审核通过不得决定"), ("serve", "未决定不得办结")])
def test_a_removed_gate_is_found_with_a_history_that_the_engine_plays(act: str, title: str) -> None:
    broken = EDITION.without(act, 0)
    found = [p for p in (proof(broken, i, OFFICIAL, START) for i in broken.invariants) if not p.holds]
    assert [each.invariant.title for each in found][:1] == [title]
    timeline = found[0].timeline
    assert timeline is not None
    assert timeline.refused == ()
    for n, record in enumerate(timeline.case.records):
        before = replace(timeline.case, records=timeline.case.records[:n])
        assert refusals(before, record, OFFICIAL) == ()
    assert any("决定" in line or "送达" in line for line in timeline.lines())


def test_separation_of_duties_is_proven_and_its_loss_found() -> None:
    loose = replace(EDITION, roles=tuple(replace(role, differs_from=()) for role in EDITION.roles))
    one = EDITION.invariants[1]
    assert proof(EDITION, one, OFFICIAL, START).holds
    found = proof(loose, one, OFFICIAL, START)
    assert not found.holds
    assert found.timeline is not None
    assert found.timeline.refused == ()


def test_a_minimum_number_of_people_is_proven_and_its_loss_found() -> None:
    two = Invariant("决定须两人", Fewer("decide", 2), article("四"))
    single = replace(EDITION, roles=tuple(replace(role, persons=1) for role in EDITION.roles))
    assert proof(EDITION, two, OFFICIAL, START).holds
    assert not proof(single, two, OFFICIAL, START).holds


def test_an_act_that_never_can_happen_is_named() -> None:
    never = Gate(All((Done("decide"), Not(Done("decide")))), "", LAW)
    assert "procedure.E101" in codes(changed("recuse", requires=(never,)))


def test_a_dead_end_is_shown_as_a_timeline() -> None:
    stuck = changed("serve", requires=(Gate(Not(Done("review")), "", LAW),))
    found = [f for f in verify(stuck, OFFICIAL, START).findings if f.code == "procedure.E102"]
    assert found[0].grave
    assert found[0].timeline is not None
    assert found[0].timeline.lines()[0].startswith("2024-03-01")


def test_a_case_that_waits_for_a_silent_party_is_a_warning() -> None:
    waiting = changed("serve", by="citizen")
    assert "procedure.E112" in codes(waiting)
    assert verify(waiting, OFFICIAL, START).publishable


def test_structure_is_checked() -> None:
    assert "procedure.E104" in codes(
        changed("draft", requires=(Gate(Done("ask"), "无依据", replace(LAW, article="")),))
    )
    assert "procedure.E105" in codes(changed("send_back", reopens=()))
    assert "procedure.E103" in codes(replace(EDITION, clocks=(replace(EDITION.clocks[0], stops=()),)))


def test_two_editions_in_force_on_one_day_are_found() -> None:
    later = replace(EDITION, since=date(2024, 6, 1))
    ended = replace(EDITION, until=date(2024, 5, 31))
    assert [finding.code for finding in overlapping([EDITION, later])] == ["procedure.E106"]
    assert list(overlapping([ended, later])) == []


@pytest.mark.parametrize("name", PACKS)
def test_every_invariant_of_the_packs_is_proven_for_all_histories(name: str) -> None:
    edition = PACKS[name]
    start = max(edition.since or START, date(2026, 3, 2))
    found = [proof(edition, invariant, OFFICIAL, start) for invariant in edition.invariants]
    assert [p.invariant.title for p in found if not (p.holds and p.complete)] == []


@pytest.mark.soak
@pytest.mark.parametrize("name", PACKS)
def test_the_packs_have_no_dead_end_and_stall_on_nobody(name: str) -> None:
    edition = PACKS[name]
    found = verify(edition, OFFICIAL, max(edition.since or START, date(2026, 3, 2))).findings
    assert {finding.code for finding in found} <= {"procedure.E110"}


@pytest.mark.parametrize("name", [name for name in DECIDING if name not in LONG])
def test_each_gate_of_a_deciding_act_is_guarded_by_an_invariant(name: str) -> None:
    assert unguarded(PACKS[name]) <= REDUNDANT


@pytest.mark.soak
@pytest.mark.parametrize("name", LONG)
def test_each_gate_of_a_long_procedure_is_guarded_by_an_invariant(name: str) -> None:
    assert unguarded(PACKS[name]) <= REDUNDANT


@pytest.mark.parametrize("act", DECIDING["simple-penalty"])
def test_what_a_random_walk_finds_the_verifier_finds(act: str) -> None:
    whole = PACKS["simple-penalty"]
    for n in range(len(whole.act[act].requires)):
        edition = whole.without(act, n)
        walks = [history(edition, OFFICIAL, Random(seed), date(2026, 3, 2)) for seed in range(8)]
        met = {i.title for i in edition.invariants for walk in walks if i.never.holds(View(walk.state))}
        for one in (one for one in edition.invariants if one.title in met and not timed(one)):
            assert not proof(edition, one, OFFICIAL, date(2026, 3, 2)).holds


def timed(invariant: Invariant) -> bool:
    """Whether an invariant asks about a clock, which the state alone does not tell."""
    return any(isinstance(leaf, Expired) for leaf in invariant.never.leaves())


def test_what_only_happens_after_a_send_back_is_reached() -> None:
    first_fails = Gate(Any((Is("passed", (False,)), Done("send_back"))), "第一次不得通过", article("三"))
    requires = (*EDITION.act["review"].requires, first_fails)
    edition = changed("review", at_most=1, requires=requires)
    found = proof(edition, Invariant("从未通过", Is("passed", (True,)), article("三")), OFFICIAL, START)
    assert found.timeline is not None
    assert found.timeline.refused == ()
    told = [record.act for record in found.timeline.case.records]
    assert told == ["ask", "draft", "review", "send_back", "draft", "review"]


def unguarded(edition: Edition) -> set[tuple[str, str]]:
    """Gates of the deciding acts whose removal the verifier does not notice."""
    start = max(edition.since or START, date(2026, 3, 2))
    return {
        (act, gate.because)
        for act in DECIDING[edition.id]
        for n, gate in enumerate(edition.act[act].requires)
        if gate.blocks and all(
            proof(edition.without(act, n), one, OFFICIAL, start).holds for one in edition.invariants
        )
    }  # fmt: skip


def test_answers_that_nothing_tells_apart_are_explored_once() -> None:
    known = domains(PACKS["normative-document"])
    assert known["issuer"] == ("government", "office", "department")
    assert known["fair_competition"] == ("cleared", "barred", "none")
    assert domains(PACKS["simple-penalty"])["exemption"] == ("none", "minor", "first")


def test_what_is_out_for_good_is_not_asked_again() -> None:
    living = Living(PACKS["major-decision"])
    begun = {"propose": 1, "study": 1, "start": 1, "draft": 1, "send_review": 1, "review": 1, "submit": 1}
    assert "revise" in living.possible(begun, ended=False)
    assert "revise" not in living.possible({**begun, "decide": 1}, ended=False)
    assert living.possible(begun, ended=True) == {"add_to_minutes", "look_back", "look_back_delay"}


def test_an_invariant_on_the_end_sees_every_way_to_end() -> None:
    wrong = Invariant("申请不得当天办结", Ended(), LAW)
    found = proof(EDITION, wrong, OFFICIAL, START)
    assert found.timeline is not None
    assert [record.act for record in found.timeline.case.records] == [
        "ask",
        "draft",
        "review",
        "decide",
        "serve",
    ]
