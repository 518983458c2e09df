"""A new edition takes over running cases only where its law says so, and loses none of their records."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.clock import Clock as Budget
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.packs import CITY, procedures
from fazhi.procedure.act import Act
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.due import due
from fazhi.procedure.edition import Edition
from fazhi.procedure.passage import chosen, moved, objections, standing
from fazhi.procedure.record import Record
from fazhi.procedure.transition import Transition, Way
from tests.law.calendars import OFFICIAL
from tests.procedure.example import DAY, EDITION, article, record, told

NEW = date(2024, 7, 1)
OLD = replace(EDITION, until=NEW - timedelta(days=1))
SHORTER = replace(EDITION.clocks[0], budget=Budget(Period(5, Unit.WORKING_DAY)), extended_by=None)
LATER = replace(EDITION, since=NEW, clocks=(SHORTER, EDITION.clocks[1]))
BASIS = article("九十")
SWITCH = replace(LATER, transition=Transition(Way.SWITCH, BASIS))
CHOOSE = Act("choose", "选择适用新版本", "citizen", BASIS, at_most=1)
CHOICE = replace(
    LATER, acts=(*LATER.acts, CHOOSE), transition=Transition(Way.CHOICE, BASIS, chosen_by="choose")
)
RUNNING = Case(OLD, (record("ask", date(2024, 6, 27)),))


def choice(on: date, by: str = "citizen") -> Record:
    return Record("choose", cast(CHOICE)[by], on, datetime.combine(on, time(17)))


def codes(case: Case, to: Edition, at: date = NEW) -> list[str]:
    return [reason.code for reason in objections(case, to, at)]


def test_without_a_transitional_article_a_case_ends_under_the_edition_it_began_under() -> None:
    assert standing(RUNNING, (OLD, LATER), NEW).edition is OLD
    with pytest.raises(Fault, match="没有法律规定未办结的案件改依新版本"):
        moved(RUNNING, LATER, NEW)


def test_a_case_moves_on_the_day_that_the_new_edition_says() -> None:
    late = replace(SWITCH, transition=Transition(Way.SWITCH, BASIS, date(2024, 8, 1)))
    for edition, first in ((SWITCH, NEW), (late, date(2024, 8, 1))):
        assert standing(RUNNING, (OLD, edition), first - timedelta(days=1)).edition is OLD
        assert standing(RUNNING, (OLD, edition), first).edition is edition
        assert moved(RUNNING, edition, first).records == RUNNING.records
        with pytest.raises(Fault, match=f"自{first}起") as refused:
            moved(RUNNING, edition, first - timedelta(days=1))
        assert refused.value.basis == str(BASIS)


def test_the_clock_of_a_moved_case_runs_as_the_new_edition_says() -> None:
    assert due(RUNNING, OFFICIAL, NEW)["decision"].day == date(2024, 7, 11)
    assert due(moved(RUNNING, SWITCH, NEW), OFFICIAL, NEW)["decision"].day == date(2024, 7, 4)


def test_a_case_that_was_over_before_the_day_stays() -> None:
    over = Case(
        OLD,
        (record("ask"), record("draft"), record("review", passed=True), record("decide"), record("serve")),
    )
    assert standing(over, (OLD, SWITCH), NEW).edition is OLD
    assert codes(over, SWITCH) == ["procedure.E027"]


def test_a_party_chooses_by_an_act_that_is_judged_as_any_other() -> None:
    case = chosen(RUNNING, CHOICE, choice(NEW), OFFICIAL)
    assert case.edition is CHOICE
    assert case.records[-1].act == "choose"
    with pytest.raises(Fault, match="应由申请人办理"):
        chosen(RUNNING, CHOICE, choice(NEW, "reviewer"), OFFICIAL)
    with pytest.raises(Fault, match="没有选择适用新版本") as refused:
        moved(RUNNING, CHOICE, NEW)
    assert refused.value.code == "procedure.E029"
    with pytest.raises(Fault, match="不由当事人选择"):
        chosen(RUNNING, SWITCH, choice(NEW), OFFICIAL)
    with pytest.raises(Fault, match="起才适用"):
        chosen(RUNNING, CHOICE, choice(NEW - timedelta(days=1)), OFFICIAL)


def test_what_a_party_chose_governs_from_the_day_of_the_choice() -> None:
    day = NEW + timedelta(days=3)
    case = RUNNING.with_record(choice(day))
    assert standing(case, (OLD, CHOICE), day - timedelta(days=1)).edition is OLD
    assert standing(case, (OLD, CHOICE), day).edition is CHOICE
    assert standing(RUNNING, (OLD, CHOICE), day).edition is OLD


def test_no_case_moves_to_an_edition_that_would_lose_an_act_on_its_file() -> None:
    fewer = replace(SWITCH, acts=tuple(act for act in SWITCH.acts if act.id != "draft"))
    drafted = RUNNING.with_record(record("draft", date(2024, 6, 28)))
    assert codes(drafted, fewer) == ["procedure.E028"]
    assert codes(RUNNING, fewer) == []
    assert standing(drafted, (OLD, fewer), NEW).edition is OLD


def test_no_case_moves_back_or_to_another_procedure() -> None:
    assert codes(Case(SWITCH, RUNNING.records), OLD) == ["procedure.E027"]
    assert codes(RUNNING, replace(SWITCH, id="other")) == ["procedure.E027"]
    assert codes(RUNNING, OLD) == ["procedure.E027"]


ACTS = st.lists(st.sampled_from(["draft", "review", "send_back", "decide", "prolong"]), max_size=8)


@given(ACTS, st.integers(0, 200))
def test_an_edition_that_changes_nothing_moves_nothing(acts: list[str], shift: int) -> None:
    facts = {"review": {"passed": True}, "prolong": {"days": 2}}
    steps = [record(act, DAY + timedelta(days=n), **facts.get(act, {})) for n, act in enumerate(acts, 1)]  # type: ignore[arg-type]
    case = replace(told(record("ask"), *steps), edition=OLD)
    same = replace(EDITION, since=NEW, transition=Transition(Way.SWITCH, BASIS))
    day = DAY + timedelta(days=shift)
    after = standing(case, (OLD, same), day)
    assert after.records == case.records
    assert after.state == case.state
    assert due(after, OFFICIAL, day) == due(case, OFFICIAL, day)
    assert (after.edition is same) == (day >= NEW)


MEDIATION = (CITY / "procedures" / "administrative-mediation.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("switch", "没有写明依据"),
        ("{way: choice, basis: 第一条}", "chosen_by 须且只须与"),
        ("{way: switch, basis: 第一条, chosen_by: apply}", "chosen_by 须且只须与"),
        ("{way: choice, basis: 第一条, chosen_by: none}", "没有行为“none”"),
        ("{way: choice, basis: 第一条, chosen_by: accept}", "不由当事人办理"),
        ("{way: switch, basis: 一}", "没有写到条"),
        ("{way: switch, basis: 第一条}", "没有前一版本的行为：终止调解"),
    ],
)
def test_a_transition_that_the_law_cannot_carry_is_refused_at_load(
    tmp_path: Path, said: str, wrong: str
) -> None:
    folder = tmp_path / "procedures"
    folder.mkdir()
    line = next(line for line in MEDIATION.splitlines() if line.startswith("in_force:"))
    old = MEDIATION.replace(line, "in_force: {since: 2024-01-01, until: 2026-06-30}")
    new = MEDIATION.replace(line, f"in_force: {{since: 2026-07-01}}\ntransition: {said}")
    (folder / "a.yaml").write_text(old, "utf-8")
    (folder / "b.yaml").write_text(new.replace("terminate", "stop"), "utf-8")
    (tmp_path / "pack.yaml").write_text("id: pack\ntitle: 某区\nextends: cn-tj\n", "utf-8")
    with pytest.raises(Fault) as refused:
        procedures.editions((tmp_path,))
    assert wrong in str(refused.value)
    assert "b.yaml 第" in str(refused.value)
