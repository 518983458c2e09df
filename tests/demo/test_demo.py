"""The demo is the real thing: read by the real reader, made by the real actions, the same on every run."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.test import Client, RequestFactory

from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import standing
from fazhi.chapters.decisions.consultation.models import Comment, Consultation
from fazhi.chapters.decisions.counsel.coverage import coverage
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.chapters.decisions.hearing import standing as hearings
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from fazhi.chapters.decisions.hearing.phase import Phase
from fazhi.chapters.decisions.validity.models import Document, Finding
from fazhi.chapters.decisions.validity.models import Record as Noted
from fazhi.demo.document import render
from fazhi.demo.load import DISTRICT, Report, load
from fazhi.demo.pack import DutyEntry, OutlinePack
from fazhi.duties import standing as duty_standing
from fazhi.duties.models import Duty, Edition, Evidence, Occurrence, Outline, Step
from fazhi.duties.status import Status
from fazhi.office.actor import actor_of
from fazhi.office.models import Organ, Person
from fazhi.office.pack import OfficePack
from fazhi.office.pack import load as read_pack
from fazhi.office.right import Right
from fazhi.outline import read
from fazhi.outline.reading import Part
from fazhi.portal.models import Application, Rating
from fazhi.registers.audit import audit
from fazhi.registers.finding import Flaw
from fazhi.registers.models import Entry, Register, Review
from fazhi.registers.standing import in_force
from fazhi.web.views.case import ACTS
from tests.conftest import at
from tests.shared import shared
from tests.web.test_weight import LIMIT, weight

NOW = at(2026, 11, 24)
TABLES = (
    Organ, Person, Outline, Edition, Duty, Occurrence, Step, Evidence, Register, Entry, Review,
    Consultation, Comment, Application, Rating, Document, Noted, Finding, Hearing, Registration, Assignment,
)  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> OutlinePack:
    return read_pack(DISTRICT / "outline.yaml", OutlinePack)


@pytest.fixture(scope="module")
def report(django_db_setup: None, django_db_blocker: Any) -> Iterator[Report]:
    """The demo loaded once for this module, and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(NOW)
        transaction.set_rollback(True)


def test_the_demo_document_is_read_as_the_very_facts_of_the_pack(pack: OutlinePack) -> None:
    read_back = read(render(pack))
    for measure, fact in zip(read_back.measures, pack.measures, strict=True):
        assert (measure.number, measure.title) == (str(fact.number), fact.title)
        assert measure.named(Part.LEAD) == fact.lead
        assert measure.named(Part.RESPONSIBLE) == fact.responsible
        duties = [{name: getattr(d, name) for name in DutyEntry.model_fields} for d in measure.duties]
        assert duties == [d.model_dump() for d in fact.duties]
    assert {unread.text for unread in read_back.unread} <= {pack.title}


def test_the_pack_names_the_units_that_hedongs_outline_names(pack: OutlinePack) -> None:
    real = read(shared("outline", "hedong-2021-2025.txt").read_text("utf-8"))
    for measure, fact in zip(real.measures, pack.measures, strict=True):
        for part, units in ((Part.LEAD, fact.lead), (Part.RESPONSIBLE, fact.responsible)):
            names = [name.replace("(", "（").replace(")", "）") for name in measure.named(part)]
            assert names == list(units), fact.number


def test_no_sentence_of_the_published_text_is_in_the_pack(pack: OutlinePack) -> None:
    real = shared("outline", "hedong-2021-2025.txt").read_text("utf-8")
    ours = [duty.text for measure in pack.measures for duty in measure.duties]
    assert [text for text in ours if len(text) > 16 and text in real] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("report")
def test_the_documents_show_every_kind_of_finding_that_needs_no_library() -> None:
    kinds = set(Finding.objects.filter(document__demo=True).values_list("kind", flat=True))
    assert kinds == {"expired", "expiring", "basis", "follow-up"}
    rows = Document.objects.filter(case=None)
    assert all(row.demo for row in rows)
    assert {row.state(NOW.date()).value for row in rows} == {"in-force", "abolished", "lapsed"}


@pytest.mark.django_db
def test_a_second_run_changes_nothing(report: Report) -> None:
    before = [list(table._default_manager.order_by("pk").values()) for table in TABLES]
    assert load(at(2026, 12, 24)) == report
    assert [list(table._default_manager.order_by("pk").values()) for table in TABLES] == before
    assert (report.measures, report.steps > 500, report.registers) == (37, True, 8)
    assert 600 < report.occurrences < 1200


@pytest.mark.django_db
def test_every_persona_logs_in_with_what_is_printed(report: Report) -> None:
    assert [login.persona for login in report.logins] == [
        "统筹协调", "区司法局承办人", "大王庄街道承办人", "负责人", "监督审计", "区市场监管局承办人",
    ]  # fmt: skip
    for login in report.logins:
        at_the_door = RequestFactory().post("/login")
        user = authenticate(at_the_door, username=login.login, password=login.password)
        assert user is not None
        assert actor_of(user).may(Right.READ)


@pytest.mark.django_db
def test_everything_in_the_demo_says_that_it_is_one(report: Report) -> None:
    assert all(Outline.objects.values_list("demo", flat=True))
    assert all(person.demo and person.name.startswith("演示·") for person in Person.objects.all())
    assert all(text.startswith("演示：") for text in Step.objects.values_list("text", flat=True))
    assert all(Register.objects.values_list("demo", flat=True))
    assert all(entry.cells["name"].startswith("演示·") for entry in Entry.objects.all())
    assert all(title.startswith("演示") for title in Evidence.objects.values_list("title", flat=True))


@pytest.mark.django_db
def test_the_history_is_lawful_and_lies_in_the_past(report: Report) -> None:
    assert not Step.objects.filter(at__gt=NOW).exists()
    for row in Occurrence.objects.filter(stage=Occurrence.Stage.CONFIRMED).prefetch_related("steps"):
        steps = list(row.steps.all())
        assert [step.at for step in steps] == sorted(step.at for step in steps)
        answer = next(step for step in reversed(steps) if step.kind == Step.Kind.ANSWER)
        assert answer.person_id != steps[-1].person_id
        assert answer.evidence.exists()


@pytest.mark.django_db
def test_some_matters_were_rated_and_one_bad_rating_waits(report: Report) -> None:
    rows = Rating.objects.select_related("file")
    assert all(row.file.demo and row.case.demo for row in rows)
    assert sorted(row.file.outcome for row in rows if row.bad) == ["", "rectified"]
    complaints = Application.objects.filter(case__procedure="conduct-complaint")
    assert {row.case.secrecy for row in complaints} == {1}


@pytest.mark.django_db
def test_after_the_term_what_was_not_answered_is_expired_and_unverified(report: Report) -> None:
    counts = duty_standing.counts(duty_standing.owed(Outline.objects.get(), date(2026, 11, 24)))
    assert set(counts) == {Status.EXPIRED, Status.CONFIRMED, Status.ANSWERED, Status.RETURNED}
    assert counts[Status.EXPIRED] > counts[Status.CONFIRMED]


def test_every_unit_of_the_pack_is_an_organ_or_a_group_of_the_district(pack: OutlinePack) -> None:
    offices = read_pack(DISTRICT / "organs.yaml", OfficePack)
    known = {name for o in offices.organs for name in (o.name, *o.aliases)}
    known |= {name for g in offices.groups for name in (g.name, *g.aliases)}
    named = {
        name.replace("（", "(").replace("）", ")")
        for m in pack.measures
        for name in (*m.lead, *m.responsible)
    }
    assert named <= known


@pytest.mark.django_db
def test_the_longest_cases_are_light_pages_for_who_handles_them(report: Report) -> None:
    longest = list(Case.objects.order_by("-sequence")[:3])
    assert longest[0].sequence > ACTS
    for case in longest:
        client = Client()
        client.force_login(case.handlers.order_by("pk")[0].user, "django.contrib.auth.backends.ModelBackend")
        assert weight(client.get(f"/cases/{case.pk}").content) <= LIMIT
        assert weight(client.get(f"/cases/{case.pk}?page=1").content) <= LIMIT


@pytest.mark.django_db
def test_one_draft_is_before_the_public_and_another_was_answered(report: Report) -> None:
    running, answered = Consultation.objects.order_by("-until")
    assert standing.open_to_comments(running, date(2026, 11, 24))
    assert standing.proposed(running), "two comments that a person may put together"
    assert (standing.progress(answered).total, standing.progress(answered).left) == (4, 0)
    assert standing.result(answered)
    assert running.demo
    assert answered.demo
    assert all(one.text.startswith("演示：") for one in Comment.objects.all())
    assert not Comment.objects.filter(at__gt=NOW).exists()


@pytest.mark.django_db
def test_one_hearing_takes_registrations_and_another_was_drawn_held_and_answered(report: Report) -> None:
    running, answered = (hearings.read(row) for row in Hearing.objects.order_by("-until"))
    assert running.phase(date(2026, 11, 24)) is Phase.REGISTERING
    assert running.waiting
    assert answered.phase(date(2026, 11, 24)) is Phase.ANSWERED
    assert len(answered.sitting) == 4
    assert answered.record
    assert not Registration.objects.filter(at__gt=NOW).exists()


@pytest.mark.django_db
def test_experts_and_an_adviser_were_asked_and_some_units_have_a_lawyer(report: Report) -> None:
    first, second, adviser = Assignment.objects.order_by("number")
    assert {first.case.demo, second.case.demo, adviser.case.demo} == {True}
    assert second.warnings
    assert first.opinions.get().signed
    without, with_streets = coverage(date(2026, 11, 24)).sums
    assert (without.lawyers, without.either, with_streets.either) == (4, 5, 6)


@pytest.mark.django_db
def test_the_demo_lists_are_published_followed_and_give_the_audit_work(report: Report) -> None:
    justice = Register.objects.get(organ__code="justice", kind="power-list")
    edition = in_force(justice)
    assert edition
    assert (edition.number, edition.base and edition.base.number) == (2, 1)
    market = in_force(Register.objects.get(organ__code="market"))
    assert market
    found = audit(market.form, market.entries.all(), date(2026, 11, 24))
    assert {finding.key: finding.flaw for finding in found.findings} == {
        "YS-SC-005": Flaw.REPEALED, "YS-SC-006": Flaw.NO_ARTICLE, "YS-SC-007": Flaw.RANK,
    }  # fmt: skip
