"""A hearing is a case of its own inside the penalty, and the penalty knows how it ended and when."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest

from fazhi.fault import Fault
from fazhi.packs import NATIONAL, procedures
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.clock import Pause
from fazhi.procedure.due import due
from fazhi.procedure.edition import Edition
from fazhi.procedure.filling import filled
from fazhi.procedure.hindsight import hindsight
from fazhi.procedure.history import history
from fazhi.procedure.perform import refusals
from fazhi.procedure.permitted import permitted
from fazhi.procedure.person import Person
from fazhi.procedure.receipt import receipt, replay
from fazhi.procedure.record import Record
from fazhi.procedure.subcase import SubCase, attached, opened
from fazhi.procedure.value import Value
from tests import shipped
from tests.law.calendars import OFFICIAL

PACKS = shipped.latest()
PENALTY, HEARING = PACKS["ordinary-penalty"], PACKS["penalty-hearing"]
DAY = date(2026, 3, 2)


def entry(edition: Edition, act: str, day: date, *by: Person, **given: Value) -> Record:
    known = edition.act[act]
    papers = tuple(paper.title for paper in known.documents)
    facts = filled(edition, known, given, day)
    return Record(act, by or cast(edition)[known.by], day, datetime.combine(day, time(17)), facts, papers)


def penalty() -> Case:
    """A penalty in which a hearing was asked for and is being organised."""
    steps = [
        ("file", 2, {}), ("investigate", 2, {}), ("notify", 2, {"hearing_scope": True}),
        ("hear", 2, {"defence": "none"}), ("request_hearing", 4, {}), ("organise_hearing", 5, {}),
    ]  # fmt: skip
    return Case(PENALTY, tuple(entry(PENALTY, a, date(2026, 3, d), **f) for a, d, f in steps))  # type: ignore[arg-type]


def heard(outer: Case) -> Case:
    """Its hearing, held on 20 March."""
    case = opened(outer, "hearing", HEARING)
    steps = [
        ("appoint", 6, {"hearing_on": date(2026, 3, 20)}), ("notify", 9, {}),
        ("hold", 20, {"confidential": False, "in_public": True}), ("present", 20, {}), ("rebut", 20, {}),
        ("finish", 20, {"signing": "signed"}),
    ]  # fmt: skip
    for act, day, facts in steps:
        record = entry(HEARING, act, date(2026, 3, day), **facts)  # type: ignore[arg-type]
        assert refusals(case, record, OFFICIAL) == ()
        case = case.with_record(record)
    return case


def whole() -> Case:
    outer = penalty()
    return attached(outer, SubCase("hearing", heard(outer)))


def test_the_end_of_the_hearing_is_known_in_the_penalty_from_its_day_on() -> None:
    case = whole()
    assert case.state.facts["hearing"] == "held"
    assert "hearing" not in case.as_of(date(2026, 3, 19)).state.facts
    assert case.as_of(date(2026, 3, 20)).state.facts["hearing"] == "held"
    assert [record.act for record in case.records].count("hearing") == 0


def test_a_gate_of_the_penalty_looks_at_how_the_hearing_ended() -> None:
    day = date(2026, 3, 23)
    facts: dict[str, Value] = {"heavier": False, "unreviewed": True}
    decision = entry(PENALTY, "decide", day, **facts, on_record=True)
    assert refusals(whole(), decision, OFFICIAL) == ()
    assert [str(r.basis) for r in refusals(penalty(), decision, OFFICIAL)] == [
        "《行政处罚法》第六十三条第一款"
    ]
    blind = entry(PENALTY, "decide", day, **facts, on_record=False)
    assert [str(r.basis) for r in refusals(whole(), blind, OFFICIAL)] == ["《行政处罚法》第六十五条"]


def test_nobody_enters_the_end_of_the_hearing_by_hand() -> None:
    case, day = penalty(), date(2026, 3, 20)
    by_hand = entry(PENALTY, "hearing", day, hearing="held")
    assert "procedure.E019" in [r.code for r in refusals(case, by_hand, OFFICIAL)]
    (told,) = [p for p in permitted(case, cast(PENALTY)["officer"], day, OFFICIAL) if p.act.id == "hearing"]
    assert not told.permitted


def test_who_investigated_does_not_preside_even_where_they_say_nothing_at_the_hearing() -> None:
    outer = penalty()
    investigator = outer.records[1].by[0]
    presider = replace(investigator, posts=investigator.posts | {"听证主持人"})
    day = date(2026, 3, 20)
    ready = Case(HEARING, heard(outer).records[:2], earlier=opened(outer, "hearing", HEARING).earlier)
    hold = entry(HEARING, "hold", day, presider, confidential=False, in_public=True)
    assert [r.code for r in refusals(ready, hold, OFFICIAL)] == ["procedure.E010"]
    assert refusals(replace(ready, earlier={}), hold, OFFICIAL) == ()


def test_a_clock_leaves_the_hearing_out_only_where_the_law_says_so() -> None:
    """第六十条 does not; a department whose rules do (市程64) writes a pause from the opening to the end."""
    assert due(whole(), OFFICIAL)["decision"].day == date(2026, 5, 31)
    pause = Pause(("organise_hearing",), ("hearing",), PENALTY.clock["decision"].basis)
    clocks = tuple(replace(c, pauses=(pause,)) if c.id == "decision" else c for c in PENALTY.clocks)
    other = whole().under(replace(PENALTY, clocks=clocks))
    excluded = (date(2026, 3, 20) - date(2026, 3, 5)).days + 1
    assert due(other, OFFICIAL)["decision"].day == date(2026, 5, 31) + timedelta(days=excluded)
    assert due(other, OFFICIAL, date(2026, 3, 19))["decision"].day is None


def test_a_hearing_that_was_not_opened_or_is_another_procedure_is_refused() -> None:
    early = Case(PENALTY, penalty().records[:5])
    for wrong, code in (
        (lambda: opened(early, "hearing", HEARING), "procedure.E024"),
        (lambda: opened(whole(), "hearing", HEARING), "procedure.E024"),
        (lambda: opened(penalty(), "hearing", PENALTY), "procedure.E025"),
        (lambda: opened(penalty(), "review", HEARING), "procedure.E025"),
        (lambda: attached(early, SubCase("hearing", heard(penalty()))), "procedure.E024"),
    ):
        with pytest.raises(Fault) as refused:
            wrong()
        assert refused.value.code == code


def test_a_receipt_with_a_hearing_is_replayed_byte_for_byte_and_needs_the_hearing() -> None:
    case, day = whole(), date(2026, 3, 23)
    given = receipt(case, OFFICIAL, day)
    assert replay(given, PENALTY, OFFICIAL) == given.bytes()
    assert HEARING.content_hash in given.bytes().decode()
    assert receipt(replace(case, subs=()), OFFICIAL, day).bytes() != given.bytes()


@pytest.mark.parametrize("seed", range(12))
def test_walks_through_penalty_and_hearing_are_lawful(seed: int) -> None:
    case = history(PENALTY, OFFICIAL, Random(seed), date(2026, 7, 6), inner=PACKS)
    for each in (case, *(one.case for one in case.subs)):
        for n, record in enumerate(each.records):
            assert refusals(each.entered(n), record, OFFICIAL) == ()
    assert hindsight(case, OFFICIAL) == ()


def test_some_walks_end_after_a_hearing() -> None:
    walks = [history(PENALTY, OFFICIAL, Random(seed), date(2026, 7, 6), inner=PACKS) for seed in range(30)]
    assert any(walk.subs and walk.state.outcome == "penalised" for walk in walks)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("procedure: penalty-hearing", "procedure: none", "没有程序“none”"),
        ("held: 已举行听证, ", "held: 已举行听证, none: 无, ", "与子程序的结果不一致：none"),
        ("title: 调查取证\n", "title: 调查取证\n    kind: return\n", "请写在 subs 中"),
        ("opened_by: organise_hearing", "opened_by: none", "没有行为“none”"),
        ("same: {officer: investigator}", "same: {officer: none}", "子程序没有角色“none”"),
        ("  hearing:\n    title: 听证\n", "  hear:\n    title: 听证\n", "编号“hear”已用于"),
        (
            "that: {sub: hearing, ended: [held, waived]}",
            "that: {sub: hearing, ended: [lost]}",
            "没有选项“lost”",
        ),
        ("that: {sub: hearing, ended: [held, waived]}", "that: {sub: hearing}", "须写且只写一种条件"),
    ],
)
def test_a_mistake_about_an_inner_procedure_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    folder = tmp_path / "procedures"
    folder.mkdir()
    text = (NATIONAL / "procedures" / "ordinary-penalty.yaml").read_text("utf-8")
    assert old in text
    (folder / "ordinary-penalty.yaml").write_text(text.replace(old, new, 1), "utf-8")
    hearing = (NATIONAL / "procedures" / "penalty-hearing.yaml").read_text("utf-8")
    (folder / "penalty-hearing.yaml").write_text(hearing.replace("    rule: cf64-notice-7wd\n", ""), "utf-8")
    for rule in ("cf60-decide-90d", "cf64-request-5wd", "cf61-7wd"):
        written = (folder / "ordinary-penalty.yaml").read_text("utf-8")
        (folder / "ordinary-penalty.yaml").write_text(written.replace(f"    rule: {rule}\n", ""), "utf-8")
    (tmp_path / "pack.yaml").write_text("id: pack\ntitle: 某区\n", "utf-8")
    with pytest.raises(Fault) as refused:
        procedures.editions((tmp_path,))
    assert said in str(refused.value)
    assert "ordinary-penalty.yaml 第" in str(refused.value)
