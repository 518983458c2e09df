"""``fazhi procedure verify``: every history an edition allows, checked before it binds anybody."""

from datetime import date
from typing import Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.law.calendar import Calendar
from fazhi.packs import calendar, procedures
from fazhi.procedure.edition import Edition
from fazhi.procedure.verify.verifier import Verdict, verify


def verification(
    name: Annotated[str, typer.Argument(help="程序编号或者 .yaml 文件；不写则验证全部程序")] = "",
    as_json: AsJson = False,
) -> None:
    """验证程序：每种行为可达、没有死路、期限可停、不变式在一切可能的经过中成立；有严重问题以状态1退出。"""
    editions = (
        [procedures.named(name)] if name else [e for known in procedures.editions().values() for e in known]
    )
    days = calendar.load()
    verdicts = [verify(edition, days, beginning(edition, days)) for edition in editions]
    if as_json:
        show_json([_as_dict(verdict) for verdict in verdicts])
    else:
        for verdict in verdicts:
            typer.echo("\n".join(readable(verdict)))
    grave = any(not verdict.publishable for verdict in verdicts)
    raise typer.Exit(1 if grave else 0)


def beginning(edition: Edition, days: Calendar) -> date:
    """The day on which examples begin: the first working day in force within the last known year."""
    first = max(edition.since or days.first, date(days.last.year, 1, 1))
    return days.on_or_after(first) or first


def readable(verdict: Verdict) -> list[str]:
    """A verdict for a person."""
    edition = verdict.edition
    held = sum(proof.holds for proof in verdict.proofs)
    states = sum(proof.nodes for proof in verdict.proofs)
    head = f"{edition.title}：{held}/{len(verdict.proofs)}项不变式已证明（共{states}个状态）"
    return [head, *(line for finding in verdict.findings for line in finding.lines())]


def _as_dict(verdict: Verdict) -> dict[str, object]:
    return {
        "id": verdict.edition.id,
        "content_hash": verdict.edition.content_hash,
        "publishable": verdict.publishable,
        "invariants": [
            {"title": p.invariant.title, "basis": str(p.invariant.basis), "holds": p.holds, "states": p.nodes}
            for p in verdict.proofs
        ],
        "findings": [
            {"code": f.code, "says": f.says, "basis": f.basis, "grave": f.grave,
             "timeline": list(f.timeline.lines()) if f.timeline else []}
            for f in verdict.findings
        ],
    }  # fmt: skip
