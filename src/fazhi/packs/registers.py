"""The register schemas of the packs: the nation's, made stricter by the city and the district (4.1, 4.2)."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from fazhi.law.catalogue import Catalogue
from fazhi.law.period import Period
from fazhi.law.rule import Basis
from fazhi.packs import DISTRICT
from fazhi.packs.basis import link
from fazhi.packs.layer import Layered, Located, layered
from fazhi.packs.mistakes import Step, refused, sorted_out
from fazhi.packs.pack import Pack, chain, files
from fazhi.packs.register_entry import Column, Kind, RegisterEntry
from fazhi.packs.source import Place, Source
from fazhi.packs.statutes import catalogue

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES: dict[Kind, dict[str, Any]] = {
    Kind.NUMBER: {"type": "number"},
    Kind.DATE: {"type": "string", "format": "date"},
}
RESERVED = ("since", "until")
"""Every entry has its days; no column may take their names."""


def load(pack: Path = DISTRICT) -> Layered[RegisterEntry]:
    """The registers of a pack and of those above it; a ``Fault`` names file and line of every mistake."""
    return layered(chain(pack), read, loosening)


def read(pack: Pack) -> Iterator[Step[Located[RegisterEntry]]]:
    """The registers of one pack alone, each on articles that are in force when it applies."""
    known = catalogue(pack.folder)
    return files(pack.folder / "registers", lambda source: [partial(_one, source, known)])


def _one(source: Source, known: Catalogue) -> Located[RegisterEntry]:
    entry = source.read(RegisterEntry)
    wrong = [source.refuse(*mistake) for mistake in _mistakes(entry)]
    _, unlinked = sorted_out(
        partial(link, basis, entry, known, source.under(place)) for place, basis in bases(entry)
    )
    refused((*wrong, *unlinked))
    return Located(entry, source, ())


def bases(entry: RegisterEntry) -> Iterator[tuple[Place, Basis]]:
    """Every article on which a schema rests, with its place in the file."""
    if entry.basis:
        yield ("basis",), entry.basis.basis()
    if entry.update:
        yield ("update", "basis"), entry.update.basis.basis()
    if entry.consent:
        yield ("consent", "basis"), entry.consent.basis.basis()
    for n, column in enumerate(entry.columns):
        if column.basis:
            yield ("columns", n, "basis"), column.basis.basis()
    for n, demand in enumerate(entry.demands):
        yield ("demands", n, "basis"), demand.basis.basis()


def _mistakes(entry: RegisterEntry) -> Iterator[tuple[Place, str, str]]:
    names = [column.id for column in entry.columns]
    heads = [column.title for column in entry.columns]
    if bool(entry.basis) == bool(entry.undetermined):
        yield ("basis",), "依据须写明，或者写明由谁确定，二者居其一", "请写 basis 或者 undetermined"
    if len(set(names)) < len(names) or len(set(heads)) < len(heads):
        yield ("columns",), "两列同名", "请改用另一个名称"
    for n, column in enumerate(entry.columns):
        yield from ((("columns", n), wrong, remedy) for wrong, remedy in _column_mistakes(column))
    for name in entry.key:
        if name not in names or not entry.column(name).required:
            yield ("key",), f"“{name}”不是必填列，不能辨认各项", "请从必填列中选择"
    if not entry.of(Kind.BASIS):
        yield ("columns",), "没有依据列", "请加一列 kind: basis，每一项都须写明依据"
    yield from _demand_mistakes(entry)


def _column_mistakes(column: Column) -> Iterator[tuple[str, str]]:
    if bool(column.choices) != (column.kind is Kind.CHOICE):
        yield f"“{column.title}”的选项与种类不符", "选项列写 kind: choice 并列出 choices，其他列不写选项"
    if column.id in RESERVED:
        yield f"“{column.id}”是每一项都有的起止日期", "请改用另一个 id"


def _demand_mistakes(entry: RegisterEntry) -> Iterator[tuple[Place, str, str]]:
    choices = {column.id: column.choices for column in entry.columns}
    for n, demand in enumerate(entry.demands):
        for name, values in demand.where.items():
            if not set(values) <= set(choices.get(name, ())):
                yield ("demands", n, "where", name), "不是该列的选项", "请从该列的 choices 中选择"


def loosening(upper: RegisterEntry, lower: RegisterEntry) -> str:
    """Why the lower schema is not the upper one made stricter, in Chinese; empty where it is."""
    return next(_reasons(upper, lower), "")


def _reasons(upper: RegisterEntry, lower: RegisterEntry) -> Iterator[str]:
    if upper.published and not lower.published:
        yield "把应当公开的清单改为内部"
    if upper.key != lower.key:
        yield "改变了辨认各项的列"
    if set(upper.keeper) - set(lower.keeper):
        yield "减少了应当编制清单的单位"
    if upper.update and (not lower.update or _longer(upper, lower)):
        yield "放宽了更新的期限"
    if upper.consent and lower.consent != upper.consent:
        yield "去掉或者改变了公布前须经的同意"
    if any(demand not in lower.demands for demand in upper.demands):
        yield "去掉了对依据层级的要求"
    held = {column.id: column for column in lower.columns}
    for column in upper.columns:
        yield from _column_reasons(column, held.get(column.id))


def _column_reasons(upper: Column, lower: Column | None) -> Iterator[str]:
    if lower is None:
        yield f"去掉了“{upper.title}”"
        return
    if upper.kind is not lower.kind:
        yield f"改变了“{upper.title}”的种类"
    if upper.required and not lower.required:
        yield f"把必填的“{upper.title}”改为可不填"
    if set(lower.choices) - set(upper.choices):
        yield f"增加了“{upper.title}”的选项"


def _longer(upper: RegisterEntry, lower: RegisterEntry) -> bool:
    assert upper.update
    assert lower.update
    one, other = (Period(u.every.amount, u.every.unit) for u in (upper.update, lower.update))
    return one.unit is not other.unit or other.amount > one.amount


def entry_schema(register: RegisterEntry) -> dict[str, Any]:
    """The JSON Schema of one entry of a register, for whoever sends or takes its JSON.

    The days of validity stand beside the columns; a column of the house's own says so.
    """
    days = {name: {"type": "string", "format": "date"} for name in RESERVED}
    return {
        "$schema": DIALECT,
        "$id": f"urn:fazhi:register:{register.id}",
        "title": register.title,
        "type": "object",
        "properties": {column.id: _property(column) for column in register.columns} | days,
        "required": [column.id for column in register.columns if column.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"title": column.title, **TYPES.get(column.kind, {"type": "string"})}
    if column.choices:
        found["enum"] = list(column.choices)
    return found | {"description": "。".join(filter(None, (column.help, source_of(column))))}


def source_of(column: Column) -> str:
    """The article that demands a column, or that the column is the house's own.

    >>> source_of(Column(id="number", title="编码"))
    '本平台自设'
    """
    return f"《{column.basis.statute}》{column.basis.article}" if column.basis else "本平台自设"
