"""Indicators over many cases: figures out of the database beside a fold of every case; what an act pays.

    python benchmarks/indicators.py [CASES] [ACTS]

Uses SQLite in a temporary folder, or the database in ``FAZHI_DATABASE``, which it fills. The cases are sixty
lawful walks of the decision procedures, on file again and again under new numbers. The peer reads
the folds from memory: what it would cost to read the acts first is not even counted.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import cycle, islice
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

CASES, ACTS, ROUNDS, WALKS = 5_000, 400, 3, 60
PROCEDURES = ("decision-catalogue", "major-decision", "normative-document")
TODAY = date(2026, 11, 20)
CHINA = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 20, 10, tzinfo=CHINA)


def main() -> None:
    """Print every figure of indicators in one run."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    acts = int(sys.argv[2]) if len(sys.argv) > 2 else ACTS
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAZHI_HOME"] = folder
        from fazhi.cli.schema import ready

        ready()
        held = walks()
        measure_acts(held, acts)
        fill(held, cases)
        measure_figures(held, cases)


def walks() -> list[Any]:
    """Lawful histories of the three procedures."""
    from fazhi.cases import lawbook
    from fazhi.procedure.case import Case
    from fazhi.procedure.history import history

    found = []
    for n in range(WALKS):
        name = PROCEDURES[n % len(PROCEDURES)]
        edition = lawbook.editions()[name][-1]
        begin = date(2024 + n % 3, 11 if n % 3 == 0 else 1 + n % 9, 1 + n % 28)
        walk = history(edition, lawbook.days(), Random(n), begin, 40, patience=30)
        found.append(Case(edition, tuple(r for r in walk.records if r.happened_on <= TODAY)))
    return [one for one in found if one.records]


def measure_acts(held: list[Any], acts: int) -> None:
    """What an act of a counted procedure costs more with its projection: the projection alone, in turn."""
    from fazhi.indicators.actions.project import Standings

    rows = put_on_file(list(islice(cycle(held), max(acts // 12, 1))), 0)
    steps = [
        (row, one.__class__(one.edition, one.records[: n + 1]))
        for row, one in rows
        for n in range(len(one.records))
    ]
    standings, chosen = Standings(), steps[:acts]
    began = time.perf_counter()
    for row, step in chosen:
        standings.bring([(row, step)])
    seconds = time.perf_counter() - began
    print(f"projection of {len(chosen)} acts: {seconds / len(chosen) * 1000:.2f} ms an act")


def put_on_file(cases: list[Any], first: int) -> list[tuple[Any, Any]]:
    """Rows of cases with their clocks, many at once."""
    from fazhi.cases.actions import project
    from fazhi.cases.actions.open import store_edition
    from fazhi.cases.models import Case, Clock
    from fazhi.office.models import Organ

    for edition in {one.edition.content_hash: one.edition for one in cases}.values():
        store_edition(edition)
    organs = list(Organ.objects.all()) or [
        Organ.objects.create(code=f"o{n}", name=f"演示{n}") for n in range(20)
    ]
    rows = [
        Case(
            number=f"演示{first + n}号",
            procedure=one.edition.id,
            edition_id=one.edition.content_hash,
            organ=organs[n % len(organs)],
            opened_at=AT,
            began_on=one.began,
            demo=True,
        )
        for n, one in enumerate(cases)
    ]
    Case.objects.bulk_create(rows, batch_size=2_000)
    known = {id(one): list(project.clocks(rows[0], one, TODAY)) for one in {id(o): o for o in cases}.values()}
    clocks = [
        Clock(case=row, name=c.name, started=c.started, due=c.due, stopped=c.stopped)
        for row, one in zip(rows, cases, strict=True)
        for c in known[id(one)]
    ]
    Clock.objects.bulk_create(clocks, batch_size=2_000)
    return list(zip(rows, cases, strict=True))


def fill(held: list[Any], cases: int) -> None:
    """The cases on file with what figures are read from."""
    from fazhi.indicators.actions.project import Standings

    began = time.perf_counter()
    for first in range(0, cases, 2_000):
        several = list(islice(cycle(held), min(2_000, cases - first)))
        Standings().bring(put_on_file(several, 1_000_000 + first))
    print(f"{cases} cases on file in {time.perf_counter() - began:.0f} s")


def measure_figures(held: list[Any], cases: int) -> None:
    """Every indicator of the packs for one year: by SQL, and by a fold of each case, in turn."""
    from fazhi.indicators import definitions, engine
    from fazhi.indicators.period import read

    year = read("2026")
    known = [one for one in definitions.on(TODAY) if one.population.cases]
    ours = best(lambda: [engine.measure(one, None, year, TODAY) for one in known])
    offices = best(lambda: [engine.by_office(one, year, TODAY) for one in known])
    print(f"{len(known)} figures over {cases} cases: {ours:.2f} s, {ours / len(known) * 1000:.0f} ms each")
    print(f"the same for every office: {offices:.2f} s")
    peer = naive(held) * cases / len(held)
    print(f"one fold of every case: {peer:.1f} s, {peer / ours:.0f}×")


def naive(held: list[Any]) -> float:
    """Seconds to fold each walk once from its records and read its clocks: less than the figures need."""
    from fazhi.cases import lawbook
    from fazhi.procedure.case import Case
    from fazhi.procedure.due import due

    def fold() -> None:
        for one in held:
            fresh = Case(one.edition, one.records)
            due(fresh, lawbook.days(), TODAY)

    return best(fold)


def best(work: Callable[[], object]) -> float:
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


if __name__ == "__main__":
    main()
