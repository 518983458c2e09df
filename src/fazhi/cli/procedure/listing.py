"""``fazhi procedure list``: which procedures the packs hold."""

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.packs import procedures
from fazhi.procedure.edition import Edition


def listing(as_json: AsJson = False) -> None:
    """列出各包中的程序。"""
    found = procedures.load().values()
    if as_json:
        show_json([_as_dict(edition) for edition in found])
        return
    for edition in found:
        typer.echo(f"{edition.id}  {edition.title}（{edition.basis}）  {len(edition.acts)}种行为")


def _as_dict(edition: Edition) -> dict[str, object]:
    return {
        "id": edition.id,
        "title": edition.title,
        "basis": str(edition.basis),
        "since": edition.since.isoformat() if edition.since else None,
        "until": edition.until.isoformat() if edition.until else None,
        "content_hash": edition.content_hash,
        "acts": [act.id for act in edition.acts],
        "clocks": [clock.id for clock in edition.clocks],
    }
