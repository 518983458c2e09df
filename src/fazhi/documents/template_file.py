"""One template of a pack as it is read: names, conditions, citations and elements are checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fazhi.documents.template import Element, Field, Line, Template
from fazhi.documents.template.making import SIGNED
from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.packs.condition_entry import ConditionEntry
from fazhi.packs.reader import CITED
from fazhi.packs.source import Place, Source, suggest
from fazhi.packs.statutes import catalogue
from fazhi.packs.template_entry import (
    ElementEntry,
    FieldEntry,
    LineEntry,
    PartEntry,
    PartLine,
    TemplateEntry,
)
from fazhi.procedure.condition import Condition
from fazhi.procedure.edition import Edition
from fazhi.procedure.variables import of


@dataclass(frozen=True)
class TemplateFile:
    """A file with the procedure that it belongs to and the parts that it may use."""

    source: Source
    entry: TemplateEntry
    edition: Edition
    shared: Mapping[str, PartEntry]

    def template(self) -> Template:
        """The template; the ``Fault`` pack.E002 names the line of what means nothing."""
        entry = self.entry
        template = Template(
            id=entry.id,
            title=entry.title,
            procedure=entry.procedure,
            act=entry.act,
            basis=self._basis(("basis",), entry.basis),
            lines=tuple(self._lines()),
            made_by=entry.made_by,
            numbered=entry.numbered,
            number=entry.number,
            head=entry.head,
            headings=tuple(self._headings()),
            when=self._condition(("when",), entry.when),
            elements=tuple(self._element(n, one) for n, one in enumerate(entry.elements)),
            fields={name: Field(one.title, one.basis, one.long) for name, one in self._fields().items()},
            cites={name: self._cite(name) for name in entry.cites},
            addressee=entry.addressee,
            attachments=entry.attachments,
            note=entry.note,
            slip=entry.slip,
        )
        self._check(template)
        return template

    def _fields(self) -> dict[str, FieldEntry]:
        used = [self._part(one) for one in self.entry.body if isinstance(one, PartLine)]
        return {name: field for part in used for name, field in part.fields.items()} | self.entry.fields

    def _part(self, one: PartLine) -> PartEntry:
        if one.part not in self.shared:
            remedy = suggest(one.part, list(self.shared))
            raise self.source.refuse(("body",), f"没有共用段落“{one.part}”", remedy)
        return self.shared[one.part]

    def _lines(self) -> Iterator[Line]:
        for n, one in enumerate(self.entry.body):
            for line in self._part(one).body if isinstance(one, PartLine) else (one,):
                yield self._line(("body", n), line)

    def _headings(self) -> Iterator[Line]:
        given = self.entry.heading
        for one in (given,) if isinstance(given, str) else given:
            if one:
                yield self._line(("heading",), one)

    def _line(self, at: Place, entry: str | LineEntry) -> Line:
        if isinstance(entry, str):
            return Line(entry)
        return Line(entry.text, self._condition((*at, "when"), entry.when))

    def _condition(self, at: Place, entry: ConditionEntry | None) -> Condition | None:
        if entry is None:
            return None
        edition = self.edition
        condition = entry.condition({table.id: table for table in edition.tables})
        named = of(condition)
        for kind, known in (("facts", edition.fact), ("acts", edition.act), ("clocks", edition.clock)):
            for name in sorted(getattr(named, kind)):
                if name not in known:
                    raise self.source.refuse(at, f"程序中没有“{name}”", suggest(name, list(known)))
        return condition

    def _element(self, n: int, entry: ElementEntry) -> Element:
        at = ("elements", n)
        return Element(
            entry.title,
            self._basis((*at, "basis"), entry.basis),
            entry.by,
            entry.words,
            self._condition((*at, "when"), entry.when),
        )

    def _cite(self, name: str) -> Basis:
        """A citation as a document prints it: with the statute's full title."""
        basis = self._basis(("cites", name), self.entry.cites[name])
        statute = catalogue().get(basis.statute)
        return replace(basis, statute=statute.title) if statute else basis

    def _basis(self, at: Place, text: str) -> Basis:
        """A citation in full, or 第几条 of the first statute."""
        found = CITED.match(text)
        statutes = self.entry.statutes
        statute = found["statute"] if found else next(iter(statutes))
        article = found["article"] if found else text
        if statute not in statutes:
            raise self.source.refuse(at, f"没有列出《{statute}》", "请在 statutes 中写明该法及其版本")
        if not article.startswith("第"):
            remedy = "请写成 第三十条第一款 或者 《某法》第三十条"
            raise self.source.refuse(at, f"“{text}”没有写到条", remedy)
        return Basis(statute, statutes[statute].isoformat(), article)

    def _check(self, template: Template) -> None:
        known = template.known(self.edition)
        for name, text in template.slots():
            if name not in known:
                raise self._unknown(name, text, known)
        for text in template.texts:
            if text.count("{") != text.count("}"):
                raise self.source.refuse(("body",), f"“{text[:20]}”的花括号不成对", "请补上缺的一半")
        for n, element in enumerate(template.elements):
            self._stated(n, element, template)

    def _stated(self, n: int, element: Element, template: Template) -> None:
        """An element that no line of the template can state is a mistake of the file, not of a case."""
        said = {name for name, _ in template.slots()} | {*SIGNED}
        words = "\n".join(line.text for line in template.lines)
        lacking = [name for name in element.by if name not in said]
        if lacking or element.words not in words:
            what = "、".join(lacking) or element.words
            wrong = f"应当载明的“{element.title}”没有写进正文（{what}）"
            raise self.source.refuse(("elements", n), wrong, suggest(what, sorted(said)))

    def _unknown(self, name: str, text: str, known: tuple[str, ...]) -> Fault:
        remedy = suggest(name, known)
        return self.source.refuse(("body",), f"“{text[:20]}”中的“{{{name}}}”没有含义", remedy)
