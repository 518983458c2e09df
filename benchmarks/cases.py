"""Cases on file: acts written with ledger, projections and outbox, bulk import, and lists at a city's size.

    python benchmarks/cases.py [ACTS] [CASES]

Uses SQLite in a temporary folder, or the database in ``FAZHI_DATABASE``, which it fills. The peer of the
written acts is what a status column costs: one guarded UPDATE and one log row by Django, in turn with ours.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from itertools import cycle
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

ACTS, CASES, CLOCKS = 3_000, 1_000_000, 100_000
CHINA = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 10, tzinfo=CHINA)
ROUNDS = 60
PROCEDURE = "disclosure-on-request"


def main() -> None:
    """Print every figure of cases on file in one run."""
    acts = int(sys.argv[1]) if len(sys.argv) > 1 else ACTS
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else CASES
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAZHI_HOME"] = folder
        from fazhi.cli.schema import ready

        ready()
        prepare()
        measure_acts(acts)
        measure_import(acts * 4)
        measure_calendar(CLOCKS)
        if cases:
            fill(cases)
            measure_lists()


def prepare() -> None:
    """The offices of the demo district."""
    from fazhi.office.actions.establish import establish
    from fazhi.office.pack import PACKS, OfficePack, load

    establish(load(PACKS / "cn-tj-hedong" / "organs.yaml", OfficePack), date(2020, 1, 1))


def walks() -> Iterator[Any]:
    """Lawful histories of one procedure, one after another without end."""
    return cycle(histories())


@cache
def histories() -> list[Any]:
    from fazhi.cases import lawbook
    from fazhi.procedure.history import history

    edition = lawbook.editions()[PROCEDURE][-1]
    chance, begin = Random(1), date(2026, 8, 3)
    made = [history(edition, lawbook.days(), chance, begin, 25) for _ in range(200)]
    return [case for case in made if case.latest and case.latest < NOW.date()]


def people() -> dict[str, Any]:
    """An actor for each role of the procedure's officials."""
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Person

    rows = Person.objects.filter(user__username__in=("demo-justice", "demo-leader"))
    found = {row.user.get_username(): actor_of(row.user, NOW.date()) for row in rows}
    return {"chief": found["demo-leader"], "": found["demo-justice"]}


def measure_acts(count: int) -> None:
    """Acts a second, each with its own transaction, and the same of a status column with a log."""
    from fazhi.cases.actions import Attachment, Open, Perform
    from fazhi.cases.models import Case, Event
    from fazhi.office.models import Organ

    actors, organ = people(), Organ.objects.get(code="justice")
    ours, spent, done = 0.0, 0.0, 0
    for walk in walks():
        case: Case | None = None
        for sequence, record in enumerate(walk.records):
            by = walk.edition.act[record.act].by
            actor = actors.get(by, actors[""])
            papers = tuple(Attachment(t, "演示.txt", b"demo") for t in record.documents)
            given: dict[str, Any] = {
                "act": record.act, "happened_on": record.happened_on, "facts": record.facts, "papers": papers,
            }  # fmt: skip
            at = record.recorded_at.replace(tzinfo=CHINA)
            start, cpu = time.perf_counter(), time.process_time()
            if case is None:
                case = Open(procedure=PROCEDURE, organ=organ, **given).perform(actor, at)
            else:
                Perform(case=case, expected=sequence, **given).perform(actor, at)
            ours, spent = ours + time.perf_counter() - start, spent + time.process_time() - cpu
            done += 1
        if done >= count:
            break
    peer = status_column(done)
    print(f"load average {os.getloadavg()[0]:.1f}; {spent / done * 1000:.2f} ms of this process's CPU an act")
    print(
        f"written acts: {done / ours:,.0f}/s with chain, projections and outbox"
        f" ({Case.objects.count()} cases, {Event.objects.count()} events);"
        f" a status column with a log {done / peer:,.0f}/s: ratio {peer / ours:.2f}"
    )


def status_column(count: int) -> float:
    """Seconds for as many guarded updates of a column, each with a log row, each in its own transaction."""
    from django.db import transaction

    from fazhi.cases.models import Case, Event

    row = Case.objects.first()
    assert row is not None
    start = time.perf_counter()
    for n in range(count):
        with transaction.atomic():
            Case.objects.filter(pk=row.pk, title=row.title).update(title=row.title)
            Event.objects.create(kind=Event.Kind.ACT, case=row, at=NOW, data={"n": n})
    return time.perf_counter() - start


def measure_import(count: int) -> None:
    """Acts a second of cases that ran elsewhere, judged and written together."""
    from fazhi.cases.actions import Transcribe
    from fazhi.cases.history import History, Past
    from fazhi.office.models import Organ

    actors, organ = people(), Organ.objects.get(code="justice")
    histories, acts = [], 0
    for walk in walks():
        past = tuple(
            Past(
                record.act,
                (actors.get(walk.edition.act[record.act].by, actors[""]).identity,),
                record.happened_on,
                record.facts,
                record.documents,
            )
            for record in walk.records
        )
        histories.append(History(PROCEDURE, organ, past))
        acts += len(past)
        if acts >= count:
            break
    start, cpu = time.perf_counter(), time.process_time()
    result = Transcribe(histories=tuple(histories)).perform(actors[""], NOW)
    spent, cpu = time.perf_counter() - start, time.process_time() - cpu
    assert not result.rejected, result.rejected[0].fault
    rate = result.acts / spent
    print(
        f"import: {result.acts:,} acts of {result.cases:,} cases in {spent:.1f} s: {rate:,.0f}/s,"
        f" {cpu / result.acts * 1000:.2f} ms of this process's CPU an act"
    )


def measure_calendar(count: int) -> None:
    """Seconds to work out all open clocks anew after a notice, with the journal."""
    from fazhi.cases import lawbook
    from fazhi.cases.actions import Reproject
    from fazhi.cases.models import Case, Clock
    from fazhi.law.calendar import Calendar
    from fazhi.law.year import Holiday, State, Year

    edition = lawbook.editions()[PROCEDURE][-1]
    base = Case.objects.filter(edition=edition.content_hash).first()
    assert base is not None
    rows = []
    for n in range(count):
        case = Case(
            number=f"重算{n}", procedure=PROCEDURE, edition_id=base.edition_id, organ_id=base.organ_id,
            opened_at=NOW, began_on=date(2026, 11, 2),
        )  # fmt: skip
        rows.append(case)
    Case.objects.bulk_create(rows, batch_size=2_000)
    started = [date(2026, 10, 12) + timedelta(days=n % 40) for n in range(count)]
    Clock.objects.bulk_create(
        (
            Clock(case=row, name="reply", started=day, plain=True)
            for row, day in zip(rows, started, strict=True)
        ),
        batch_size=2_000,
    )
    Reproject().perform(NOW)
    rest = Holiday("试验", date(2026, 12, 7), date(2026, 12, 7))
    years = [
        Year(2026, State.ANNOUNCED, (*y.holidays, rest), y.make_up) if y.number == 2026 else y
        for y in lawbook.days().years
    ]
    known, changed = lawbook.days, Calendar(years)
    lawbook.days = lambda: changed  # type: ignore[assignment]
    start = time.perf_counter()
    entry = Reproject().perform(NOW + timedelta(days=1))
    spent = time.perf_counter() - start
    lawbook.days = known
    print(
        f"changed calendar: {entry.clocks:,} open clocks, {entry.moved:,} moved and journaled, {spent:.1f} s"
    )


FILL = """
INSERT INTO cases_case (number, procedure, edition_id, organ_id, title, secrecy, opened_at, began_on, demo,
  sequence, leaf, stage, latest_on, outcome, next_due, sub, inherited)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
SELECT '试验' || i || '号', '{procedure}', '{edition}', {first} + i % {organs}, '演示：第' || i || '件',
  {secrecy}, '2026-11-20 10:00:00', '2026-11-02', {demo}, 3, 'sha256:0', 'examine', '2026-11-03',
  CASE WHEN i % 10 = 0 THEN '' ELSE 'unavailable' END, CASE WHEN i % 10 = 0 THEN {due} END, '', 0
FROM n
"""


def fill(count: int) -> None:
    """So many cases of all organs, a tenth of them open, as rows of the projection."""
    from django.db import connection

    from fazhi.cases.models import Case
    from fazhi.office.models import Organ

    organs = sorted(Organ.objects.values_list("pk", flat=True))
    edition = Case.objects.values_list("edition_id", flat=True)[0]
    postgres = connection.vendor == "postgresql"
    due = "date '2026-10-01' + i % 120" if postgres else "date('2026-10-01', '+' || (i % 120) || ' days')"
    words = {
        "count": count, "procedure": PROCEDURE, "edition": edition, "first": organs[0], "organs": len(organs),
        "due": due, "secrecy": 0, "demo": "false" if postgres else 0,
    }  # fmt: skip
    start = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(FILL.format(**words))
        cursor.execute("ANALYZE")
    print(f"{Case.objects.count():,} cases filled in {time.perf_counter() - start:.0f} s")


def measure_lists() -> None:
    """What a clerk and a coordinator wait for, as whole pages."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from fazhi.cases.models import Case

    clerk, coordinator = Client(), Client()
    for client, login in ((clerk, "demo-justice"), (coordinator, "demo-coordinator")):
        client.force_login(get_user_model().objects.get(username=login))
    real = Case.objects.filter(sequence__gt=8).order_by("-sequence").first()
    assert real is not None
    pages: tuple[tuple[str, Client, str], ...] = (
        ("clerk's list", clerk, "/cases?state=all"),
        ("clerk's queue", clerk, "/cases"),
        ("clerk's own", clerk, "/cases?mine=1"),
        ("clerk's closed", clerk, "/cases?state=closed"),
        ("clerk's last page", clerk, "/cases?state=all&page=34"),
        ("clerk's words", clerk, "/cases?state=all&q=999"),
        ("clerk's overdue", clerk, "/cases?state=overdue"),
        ("coordinator's overdue", coordinator, "/cases?state=overdue"),
        ("coordinator's list", coordinator, "/cases?state=all"),
        (f"a case of {real.sequence} acts", clerk, f"/cases/{real.pk}"),
    )
    for name, client, address in pages:
        times, queries = timed(client, address)
        median, late = (times[int(len(times) * part)] * 1000 for part in (0.5, 0.95))
        load = os.getloadavg()[0]
        print(f"{name}: median {median:.0f} ms, p95 {late:.0f} ms, {queries} queries (load {load:.1f})")


def timed(client: Any, address: str) -> tuple[list[float], int]:
    """Sorted seconds of a page, warm, and its queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, HTTP_HOST="localhost").status_code == 200
    queries = len(captured)  # the next request empties the log
    times = sorted(clocked(lambda: client.get(address, HTTP_HOST="localhost")) for _ in range(ROUNDS))
    return times, queries


def clocked(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
