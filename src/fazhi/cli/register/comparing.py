"""Two editions of a register entry by entry, or ours beside the superior's (three-way)."""

from typing import Annotated, Any

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import Keeper, Kind, Number, edition_of, register_of, started

Before = Annotated[int | None, typer.Option("--from", help="较早的版次，默认前一版")]
With = Annotated[str, typer.Option("--with", help="上级编制单位：与其清单三方对照")]
WORDS = {"added": "新增", "removed": "取消", "changed": "调整"}


def diff(
    kind: Kind,
    of: Keeper,
    edition: Number = None,
    before: Before = None,
    superior: With = "",
    as_json: AsJson = False,
) -> None:
    """对照两个版本；用 --with 时，以已对照的上级版本为起点，看两级各改了什么。"""
    started()
    ours = edition_of(register_of(kind, of), edition)
    found = _aligned(kind, ours, superior) if superior else _changed(ours, before)
    show_json(found) if as_json else _print(found)


def _changed(ours: Any, before: int | None) -> dict[str, Any]:
    from fazhi.registers.difference import differences

    old = edition_of(ours.register, ours.number - 1 if before is None else before)
    changes = differences(old.form, old.entries.all(), ours.form, ours.entries.all())
    told = [change.as_dict() for change in changes]
    return {"register": str(ours.register), "from": old.number, "to": ours.number, "changes": told}


def _aligned(kind: str, ours: Any, superior: str) -> dict[str, Any]:
    from fazhi.registers.alignment import Standing, align

    theirs = edition_of(register_of(kind, superior), None)
    base: Any = ours.base or theirs.register.editions.first()
    rows = [one for one in align(*map(_list, (base, theirs, ours))) if one.standing is not Standing.SAME]
    numbers = {"base": base.number, "theirs": theirs.number, "ours": ours.number}
    return {"register": str(ours.register), **numbers, "entries": [row.as_dict() for row in rows]}


def _list(edition: Any) -> Any:
    from fazhi.registers.alignment import List

    return List(edition.form, tuple(edition.entries.all()))


def _print(found: dict[str, Any]) -> None:
    from fazhi.registers.alignment import Standing

    typer.echo(found["register"])
    for change in found.get("changes", ()):
        columns = "、".join(cell["column"] for cell in change["cells"])
        typer.echo(f"  {WORDS[change['change']]}　{change['key']}　{columns}")
    for entry in found.get("entries", ()):
        typer.echo(f"  {Standing(entry['standing']).label}　{entry['key']}")
