"""``fazhi procedure simulate``: recorded or made-up cases under a draft or another calendar."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Annotated, Any

import typer

from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.procedure.verification import beginning
from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.packs import calendar, procedures
from fazhi.procedure import dossier
from fazhi.procedure.case import Case
from fazhi.procedure.edition import Edition
from fazhi.procedure.history import history
from fazhi.procedure.simulator import Effect, Kind, effects

LARGEST = 256 * 1024 * 1024
"""How many bytes of recorded cases are read at most."""


def simulate(
    file: Annotated[Path | None, typer.Argument(help="案件的 JSON 文件，写法见 docs/procedures.md")] = None,
    under: Annotated[str, typer.Option(help="改依的版本：程序编号或者 .yaml 文件；不写则不变")] = "",
    days: Annotated[Path | None, typer.Option("--calendar", help="改依其日历的规则包文件夹")] = None,
    generate: Annotated[int, typer.Option(min=0, max=100_000, help="不读文件，编造多少件案件")] = 0,
    seed: Annotated[int, typer.Option(help="编造案件的种子；相同的种子编出相同的案件")] = 0,
    procedure: Annotated[str, typer.Option(help="编造哪个程序的案件")] = "",
    write: Annotated[Path | None, typer.Option(help="把案件写入这个文件")] = None,
    as_json: AsJson = False,
) -> None:
    """按另一版本或者另一日历重放案件：哪些会逾期，哪些会被拒绝，哪些会被允许。"""
    if bool(file) == bool(generate) or bool(generate) != bool(procedure):
        remedy = "请写案件文件，或者写 --generate 件数和 --procedure 程序"
        raise Fault("procedure.E031", "案件文件和 --generate 须且只须写一种，--procedure 与后者同写", remedy)
    now = calendar.load()
    cases = _read(file) if file else _made_up(procedure, generate, seed, now)
    if write:
        text = json.dumps([dossier.as_json(case) for case in cases], ensure_ascii=False, indent=1)
        write.write_text(text + "\n", "utf-8")
    draft = procedures.named(under) if under else None
    found = list(_replayed(cases, draft, now, calendar.load(days) if days else now))
    report(len(cases), found, as_json=as_json)


def _made_up(name: str, count: int, seed: int, days: Calendar) -> list[Case]:
    known = procedures.load()
    if name not in known:
        raise Fault("procedure.E030", f"没有程序“{name}”", f"请从 {'、'.join(known)} 中选择")
    start, chance = beginning(known[name], days), Random(seed)
    return [history(known[name], days, chance, start, inner=known) for _ in range(count)]


def _read(file: Path) -> list[Case]:
    """The cases of a file, or a ``Fault`` that names the first that cannot be read."""
    held = read_bytes(file, LARGEST, "procedure.E042")
    if len(held) > LARGEST:
        raise Fault("procedure.E042", f"{file} 超过 {LARGEST} 字节", "请分成几个文件")
    try:
        listed: Any = json.loads(held.decode())
    except (ValueError, RecursionError):
        raise Fault(
            "procedure.E042", f"{file} 不是 JSON", "请写成案件的列表，见 docs/procedures.md"
        ) from None
    if not isinstance(listed, list):
        raise Fault("procedure.E042", f"{file} 不是案件的列表", "请写成案件的列表，见 docs/procedures.md")
    editions = procedures.editions()
    return [_case(n, one, editions) for n, one in enumerate(listed, 1)]


def _case(number: int, data: Any, editions: dossier.Editions) -> Case:
    try:
        return dossier.from_json(data, editions)
    except Fault as fault:
        raise Fault(fault.code, f"第{number}件：{fault.wrong}", fault.remedy, fault.basis) from None


def _replayed(
    cases: list[Case], draft: Edition | None, now: Calendar, other: Calendar
) -> Iterator[tuple[int, Effect]]:
    for number, case in enumerate(cases, 1):
        if draft and draft.id != case.edition.id:
            wrong = f"第{number}件是{case.edition.title}，不是{draft.title}"
            raise Fault("procedure.E043", wrong, "请只重放同一程序的案件")
        changed = case.under(draft) if draft else case
        yield from ((number, effect) for effect in effects(case, now, changed, other))


def report(cases: int, found: list[tuple[int, Effect]], *, as_json: bool) -> None:
    """Every difference with the case it is in, and how many there are of each kind."""
    counts = Counter(effect.kind for _, effect in found)
    if as_json:
        kinds = {kind.value: counts[kind] for kind in Kind}
        changed = len({number for number, _ in found})
        show_json({"cases": cases, "changed": changed, **kinds, "effects": [_as_dict(*one) for one in found]})
        return
    for number, effect in found:
        said = f"{effect.what}：{effect.before} → {effect.after}"
        typer.echo(f"第{number}件第{effect.number}条  {effect.kind.chinese}  {said}")
    told = "，".join(f"{kind.chinese}{counts[kind]}处" for kind in Kind)
    typer.echo(f"{cases}件案件，{len({number for number, _ in found})}件有变化：{told}")


def _as_dict(number: int, effect: Effect) -> dict[str, object]:
    return {
        "case": number,
        "record": effect.number,
        "kind": effect.kind.value,
        "what": effect.what,
        "before": effect.before,
        "after": effect.after,
    }
