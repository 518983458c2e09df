"""A case moves by acts that the law permits, and by nothing else."""

from datetime import date, datetime
from typing import Any

import pytest

from fazhi.cases import store
from fazhi.cases.actions import Attachment, Engage, Perform
from fazhi.cases.body import ERASED
from fazhi.cases.models import Act, Case, Clock, Event, Paper, Secret, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger.audit import audit
from fazhi.office.actor import Actor
from fazhi.office.models import Organ, Person
from tests.cases.conftest import DAY, do, opening, person, receive
from tests.conftest import Personas, at


def test_an_act_is_chained_to_the_one_before(case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    case.refresh_from_db()
    acts = list(case.acts.all())
    lines = [store.line(act, case.number).line() for act in acts]
    assert [act.name for act in acts] == ["submit", "receive"]
    assert audit(lines, heads={case.number: store.head(case)}).acts == 2  # type: ignore[dict-item]


def test_an_act_costs_few_queries(case: Case, receiver: Actor, django_assert_max_num_queries: Any) -> None:
    """Joined?, lock, chain, posts, lent posts; act, row, clocks, event; the ends of the transaction."""
    facts = {"channel": "in-person", "submitted_on": DAY}
    action = Perform(case=case, expected=1, act="receive", happened_on=DAY, facts=facts)
    with django_assert_max_num_queries(11):
        action.perform(receiver, at(2026, 7, 6, 11))


def test_a_clock_is_projected_with_the_day_the_law_gives(case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    case.refresh_from_db()
    clock = Clock.objects.get(case=case, name="reply")
    assert (clock.started, clock.due, clock.stopped) == (DAY, date(2026, 8, 3), None)
    assert case.next_due == min(c.due for c in case.clocks.all() if c.due)
    assert clock.wake_on is not None
    assert clock.wake_on < date(2026, 8, 3)


def test_a_refused_act_leaves_nothing(case: Case, receiver: Actor) -> None:
    before = [m.objects.count() for m in (Act, Event, Clock, Paper, Secret)]
    with pytest.raises(Fault) as refused:
        do(case, receiver, "reply", DAY, facts={"reply_kind": "full"})
    assert refused.value.basis
    assert [m.objects.count() for m in (Act, Event, Clock, Paper, Secret)] == before


def test_two_people_acting_on_what_they_saw_make_one_act_and_one_conflict(
    case: Case, receiver: Actor
) -> None:
    receive(case, receiver)
    late = Perform(case=case, expected=1, act="examine", happened_on=DAY)
    with pytest.raises(Fault, match=r"cases\.E409"):
        late.perform(receiver, at(2026, 7, 6, 12))
    assert case.acts.count() == 2


def test_a_request_sent_twice_is_one_act(case: Case, receiver: Actor) -> None:
    facts = {"channel": "in-person", "submitted_on": DAY}
    once = Perform(case=case, expected=1, act="receive", happened_on=DAY, facts=facts, key="once")
    first = once.perform(receiver, at(2026, 7, 6, 11))
    assert once.perform(receiver, at(2026, 7, 6, 12)).pk == first.pk
    other = Perform(case=case, expected=1, act="examine", happened_on=DAY, key="once")
    with pytest.raises(Fault, match=r"cases\.E019"):
        other.perform(receiver, at(2026, 7, 6, 12))


def test_free_text_is_sealed_and_read_back(case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    facts = {"unclear": True, "affects_third_party": False, "joint": False, "excessive": False}
    do(case, receiver, "examine", DAY, facts=facts)
    asked = {"completion_items": "请写明演示·申请人甲所指的项目", "completion_by": date(2026, 7, 20)}
    act = do(case, receiver, "ask_to_complete", DAY, facts=asked, papers=(notice(),))
    assert "项目" not in bytes(act.body).decode()
    assert store.load(case).records[-1].facts["completion_items"] == asked["completion_items"]
    SubjectKey.objects.filter(subject=case.number).delete()
    assert store.load(case).records[-1].facts["completion_items"] == ERASED
    assert audit([store.line(a, case.number).line() for a in case.acts.all()]).acts == 4


def notice(title: str = "补正告知书") -> Attachment:
    return Attachment(title, "演示.txt", "演示文书".encode())


@pytest.mark.parametrize(
    ("papers", "code"),
    [
        ((Attachment("材料", "空.txt", b""),), "cases.E011"),
        ((Attachment("材料", "大.bin", b"x" * (20 * 2**20 + 1)),), "cases.E012"),
        ((notice("同名"), notice("同名")), "cases.E013"),
        (tuple(notice(f"材料{n}") for n in range(31)), "cases.E010"),
    ],
)
def test_papers_that_cannot_be_kept_are_refused(
    case: Case, receiver: Actor, papers: tuple[Attachment, ...], code: str
) -> None:
    with pytest.raises(Fault) as refused:
        do(case, receiver, "receive", DAY, facts={"channel": "in-person", "submitted_on": DAY}, papers=papers)
    assert (refused.value.code, case.acts.count()) == (code, 1)


def test_time_does_not_go_backwards(case: Case, receiver: Actor) -> None:
    facts = {"channel": "in-person", "submitted_on": DAY}
    act = Perform(case=case, expected=1, act="receive", happened_on=DAY, facts=facts)
    with pytest.raises(Fault, match=r"procedure\.E016"):
        act.perform(receiver, datetime.combine(DAY, datetime.min.time(), at(2026, 7, 6).tzinfo))


def test_people_of_another_organ_act_once_they_are_put_on_the_case(case: Case, receiver: Actor) -> None:
    facts = {"channel": "in-person", "submitted_on": DAY}
    outsider = person("street")
    with pytest.raises(Fault, match=r"office\.E001"):
        do(case, outsider, "receive", DAY, facts=facts)
    guest = Person.objects.get(pk=outsider.person_id)
    Engage(case=case, person=guest).perform(receiver, at(2026, 7, 6, 10))
    with pytest.raises(Fault, match=r"procedure\.E007"):
        do(case, outsider, "receive", DAY, facts=facts)


def test_a_penalty_on_the_spot_needs_two_qualified_officers(personas: Personas) -> None:
    officer, partner, cadet = (person(name) for name in ("officer", "partner", "cadet"))
    east = Organ.objects.get(code="east")
    begin = {"procedure": "simple-penalty", "organ": east, "parties": (), "title": "演示当场处罚"}
    refusals = []
    for colleagues in ((), (cadet.identity,)):
        with pytest.raises(Fault) as refused:
            opening(**begin, act="show_id", facts={}, colleagues=colleagues).perform(officer, at(2026, 7, 6))
        refusals.append(refused.value.code)
    assert refusals == ["procedure.E009", "procedure.E008"]
    done = opening(**begin, act="show_id", facts={}, colleagues=(partner.identity,))
    assert done.perform(officer, at(2026, 7, 6)).handlers.count() == 2
