"""The document templates of the packs: ``documents/*.yaml``, every name and citation checked as they load."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from fazhi.documents.template import Template
from fazhi.documents.template_file import TemplateFile
from fazhi.law.rule import Basis
from fazhi.packs import procedures
from fazhi.packs.source import Source, suggest
from fazhi.packs.template_entry import PartEntry, TemplateEntry
from fazhi.procedure.edition import Edition

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
    template = TemplateFile(source, entry, edition, shared).template()
    return tuple(replace(template, act=act) for act in acts.values())
