"""The document templates of the packs: ``documents/*.yaml``, every name and citation checked as they load."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from fazhi.documents.template import Field, Line, Template
from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.packs import procedures
from fazhi.packs.reader import CITED
from fazhi.packs.source import Place, Source, suggest
from fazhi.packs.statutes import catalogue
from fazhi.packs.template_entry import LineEntry, PartEntry, PartLine, TemplateEntry
from fazhi.procedure.edition import Edition
from fazhi.procedure.table import Table
from fazhi.procedure.variables import of

Demand = tuple[str, str, str]
"""Procedure, act and title of a document."""
NONE: Mapping[str, PartEntry] = MappingProxyType({})


def load(packs: Iterable[Path] = procedures.PACKS) -> dict[Demand, Template]:
    """Every template by procedure, act and title; a lower pack's own words replace those above."""
    packs = tuple(packs)
    editions, shared = procedures.load(packs), parts(packs)
    files = [path for pack in packs for path in sorted((pack / "documents").glob("*.yaml"))]
    found = (one for path in files for one in parse(Source(path), editions, shared))
    return {(one.procedure, one.act, one.title): one for one in found}


def parts(packs: Iterable[Path] = procedures.PACKS) -> dict[str, PartEntry]:
    """What several documents share, by id; a lower pack's own replaces that above."""
    files = (path for pack in packs for path in sorted((pack / "parts").glob("*.yaml")))
    read = (Source(path).read(PartEntry) for path in files)
    return {part.id: part for part in read}


def demanded(packs: Iterable[Path] = procedures.PACKS) -> dict[Demand, Basis]:
    """Every document without which an act of a procedure is not done."""
    return {
        (edition.id, act.id, document.title): document.basis
        for edition in procedures.load(packs).values()
        for act in edition.acts
        for document in act.documents
    }


def parse(
    source: Source, editions: Mapping[str, Edition], shared: Mapping[str, PartEntry] = NONE
) -> tuple[Template, ...]:
    """The template in one file, once for each of its acts.

    The ``Fault`` pack.E002 names the line of a word nobody knows.
    """
    entry = source.read(TemplateEntry)
    edition = editions.get(entry.procedure)
    if edition is None:
        remedy = suggest(entry.procedure, list(editions))
        raise source.refuse(("procedure",), f"没有程序“{entry.procedure}”", remedy)
    acts = {"act": entry.act} | {f"also.{n}": act for n, act in enumerate(entry.also)}
    for place, act in acts.items():
        if act not in edition.act:
            raise source.refuse(
                (place.partition(".")[0],), f"没有行为“{act}”", suggest(act, list(edition.act))
            )
    template = _template(source, entry, edition, shared)
    _check_slots(source, template, edition)
    return tuple(replace(template, act=act) for act in acts.values())


def _template(
    source: Source, entry: TemplateEntry, edition: Edition, shared: Mapping[str, PartEntry]
) -> Template:
    tables = {table.id: table for table in edition.tables}
    used = [_part(source, one, shared) for one in _parts(entry)]
    fields = {name: field for part in used for name, field in part.fields.items()} | entry.fields
    return Template(
        id=entry.id,
        title=entry.title,
        procedure=entry.procedure,
        act=entry.act,
        basis=_basis(source, ("basis",), entry, entry.basis),
        lines=tuple(
            _line(source, ("body", n), line, edition, tables)
            for n, one in enumerate(entry.body)
            for line in (_part(source, one, shared).body if isinstance(one, PartLine) else (one,))
        ),
        made_by=entry.made_by,
        numbered=entry.numbered,
        number=entry.number,
        head=entry.head,
        heading=entry.heading,
        fields={name: Field(one.title, one.basis, one.long) for name, one in fields.items()},
        cites={name: _cite(source, name, entry) for name in entry.cites},
        addressee=entry.addressee,
        attachments=entry.attachments,
        note=entry.note,
    )


def _parts(entry: TemplateEntry) -> Iterator[PartLine]:
    return (one for one in entry.body if isinstance(one, PartLine))


def _part(source: Source, one: PartLine, shared: Mapping[str, PartEntry]) -> PartEntry:
    if one.part not in shared:
        raise source.refuse(("body",), f"没有共用段落“{one.part}”", suggest(one.part, list(shared)))
    return shared[one.part]


def _line(
    source: Source, at: Place, entry: str | LineEntry, edition: Edition, tables: dict[str, Table]
) -> Line:
    if isinstance(entry, str):
        return Line(entry)
    condition = entry.when.condition(tables)
    named = of(condition)
    for kind, known in (("facts", edition.fact), ("acts", edition.act), ("clocks", edition.clock)):
        for name in sorted(getattr(named, kind)):
            if name not in known:
                raise source.refuse((*at, "when"), f"程序中没有“{name}”", suggest(name, list(known)))
    return Line(entry.text, condition)


def _cite(source: Source, name: str, entry: TemplateEntry) -> Basis:
    """A citation as a document prints it: with the statute's full title."""
    basis = _basis(source, ("cites", name), entry, entry.cites[name])
    statute = catalogue().get(basis.statute)
    return replace(basis, statute=statute.title) if statute else basis


def _basis(source: Source, at: Place, entry: TemplateEntry, text: str) -> Basis:
    """A citation in full, or 第几条 of the first statute."""
    found = CITED.match(text)
    statute = found["statute"] if found else next(iter(entry.statutes))
    article = found["article"] if found else text
    if statute not in entry.statutes:
        remedy = "请在 statutes 中写明该法及其版本"
        raise source.refuse(at, f"没有列出《{statute}》", remedy)
    if not article.startswith("第"):
        raise source.refuse(at, f"“{text}”没有写到条", "请写成 第三十条第一款 或者 《某法》第三十条")
    return Basis(statute, entry.statutes[statute].isoformat(), article)


def _check_slots(source: Source, template: Template, edition: Edition) -> None:
    known = template.known(edition)
    for name, text in template.slots():
        if name not in known:
            raise _unknown(source, name, text, known)
    for text in (*template.around, *(line.text for line in template.lines)):
        if text.count("{") != text.count("}"):
            raise source.refuse(("body",), f"“{text[:20]}”的花括号不成对", "请补上缺的一半")


def _unknown(source: Source, name: str, text: str, known: tuple[str, ...]) -> Fault:
    return source.refuse(("body",), f"“{text[:20]}”中的“{{{name}}}”没有含义", suggest(name, known))
