"""A register of 10,000 entries: import with its report, basis audit, comparison; beside a plain loop.

    python benchmarks/registers.py [COUNT]

Every entry cites two articles out of the packs' registry (some 500 different citations of six statutes), one
entry in twenty wrongly. The peer of the audit resolves each citation by itself, as a page does
(``fazhi.statutes.lookup.look_up``); taken in turn with ours, best of ``ROUNDS``.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date
from typing import Any

COUNT, ROUNDS = 10_000, 3
DAY = date(2026, 11, 24)
STATUTES = (
    "行政处罚法",
    "行政许可法",
    "行政强制法",
    "行政复议法",
    "政府信息公开条例",
    "市场主体登记管理条例",
)
WRONG = ("《没有这部法》第一条", "《企业法人登记管理条例》第三十条", "《行政处罚法》第九百条", "")


def main() -> None:
    """Print every figure of registers in one run."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAZHI_HOME"] = folder
        from fazhi.cli.schema import ready

        ready()
        edition = measure_import(count)
        measure_audit(edition)
        measure_difference(edition)


def entries(count: int) -> list[dict[str, str]]:
    """Made-up entries; every twentieth has a basis that does not hold."""
    return [
        {
            "number": f"YS-{n:05}",
            "name": f"演示·事项{n}",
            "kind": "行政检查",
            "basis": basis(n),
            "exerciser": "某局",
            "process": "受理—审查—决定",
        }
        for n in range(count)
    ]


def basis(n: int) -> str:
    if n % 20 == 0:
        return WRONG[n // 20 % len(WRONG)]
    first, second = STATUTES[n % 6], STATUTES[(n + 1) % 6]
    return f"《{first}》第{n % 50 + 1}条\n《{second}》第{n % 40 + 1}条"


def measure_import(count: int) -> Any:
    """Seconds to read, check, resolve and store one list whole."""
    from datetime import datetime

    from fazhi.office.actions.establish import establish
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Person
    from fazhi.office.pack import PACKS, OfficePack, load
    from fazhi.registers.actions import Keep, open_superior

    establish(load(PACKS / "cn-tj-hedong" / "organs.yaml", OfficePack), date(2020, 1, 1))
    actor = actor_of(Person.objects.select_related("user").get(user__username="demo-coordinator").user)
    at = datetime(2026, 11, 24, tzinfo=UTC)
    register = open_superior(actor, "power-list", "演示市级单位", at)
    keep = Keep(register=register, file_name="a.json", data=json.dumps(entries(count)).encode())
    seconds = timed(lambda: keep.report(at))
    print(f"report on {count} rows: {seconds:.2f} s")
    began = time.perf_counter()
    edition = keep.perform(actor, at)
    seconds = time.perf_counter() - began
    print(f"import of {count} entries: {seconds:.2f} s, {stored(edition) / 2**20:.1f} MB of text")
    return edition


def stored(edition: Any) -> int:
    """Bytes of text that an edition's entries hold in the database, without indexes."""
    rows = edition.entries.values_list("key", "cells", "text", "resolved")
    return sum(len(json.dumps(row, ensure_ascii=False).encode()) for row in rows)


def measure_audit(edition: Any) -> None:
    """The audit beside one look-up for each citation, in turn."""
    from fazhi.registers.audit import audit

    held, kind = list(edition.entries.all()), edition.form
    ours, peer = [], []
    for _ in range(ROUNDS):
        ours.append(timed(lambda: audit(kind, held, DAY)))
        peer.append(timed(lambda: one_by_one(held[:1000])) * len(held) / 1000)
    found = audit(kind, held, DAY)
    print(f"audit of {found.entries} entries, {found.flagged} flagged: {min(ours):.2f} s")
    print(f"one look-up a citation (1,000 entries, scaled): {min(peer):.1f} s, {min(peer) / min(ours):.0f}×")


def one_by_one(held: list[Any]) -> None:
    from fazhi.fault import Fault
    from fazhi.law.citation import parse
    from fazhi.registers.citations import split
    from fazhi.statutes.lookup import look_up

    for entry in held:
        for text in split(entry.cells.get("basis", "")):
            try:
                look_up(parse(text), DAY)
            except Fault:
                continue


def measure_difference(edition: Any) -> None:
    """Two editions of the same length in which one entry in a hundred differs."""
    from fazhi.registers.difference import differences

    held, kind = list(edition.entries.all()), edition.form
    changed = list(edition.entries.all())
    for entry in changed[::100]:
        entry.cells["process"] = "受理—决定"
    seconds = timed(lambda: differences(kind, held, kind, changed))
    print(f"difference of two editions of {len(held)}: {seconds:.2f} s")


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
