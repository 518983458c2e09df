"""``fazhi law resolve CITATION``: what a citation points at on a day."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli.option import AsJson, OnDay
from fazhi.cli.output import fail, show_json
from fazhi.cli.schema import ready
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.statutes.lookup import Found

UNRESOLVED = 3
"""Exit status where a citation points at nothing known to be in force that day: at nothing, or in doubt."""


def resolve(
    citation: Annotated[str, typer.Argument(help="如“行政复议法第八十八条第二款”")],
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """查出引用所指的条文在某日适用的版本；有多处时依次列出。施行日期未注明的，列出后以状态3退出。"""
    ready()
    from fazhi.law.citation import parse
    from fazhi.statutes.lookup import look_up

    try:
        cited = parse(citation)
        day = _day(on, marked=bool(cited.edition))
        found = look_up(cited, day)
    except Fault as fault:
        sys.exit(fail(fault, as_json=as_json, status=UNRESOLVED))
    _show_all(found, as_json=as_json)
    if (doubt := found[0].resolved.doubt) and day:
        sys.exit(fail(doubt, as_json=as_json, status=UNRESOLVED))


def _show_all(found: "Sequence[Found]", *, as_json: bool) -> None:
    if as_json:
        answers = [each.as_dict() for each in found]
        show_json(answers[0] if len(answers) == 1 else answers)
        return
    for each in found:
        _show(each)


def _day(on: datetime | None, *, marked: bool) -> date | None:
    """The day asked for; a citation that marks its edition needs none, any other means today."""
    if on:
        return on.date()
    return None if marked else datetime.now().astimezone().date()


def _show(found: "Found") -> None:
    edition = found.resolved.edition
    shown = f"，{edition.in_force_by}已经施行" if edition.in_force_by else ""
    begins = f"自{edition.in_force_from}起施行" if edition.in_force_from else f"施行日期未注明{shown}"
    ends = f"，至{edition.in_force_to}" if edition.in_force_to else ""
    typer.echo(f"{found.resolved.citation}（{edition.id} 版本，{begins}{ends}）")
    if found.resolved.place:
        typer.echo(found.text or "（未导入该版本的文本）")
