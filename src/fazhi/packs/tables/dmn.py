"""A decision table as DMN 1.3, the exchange format of decision tools: out and in again without loss.

Kinds, articles and what is left open stand in extension elements and annotations, which other tools keep.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from fazhi.fault import Fault
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.kind import Kind
from fazhi.law.table.row import Result, Row, Undetermined
from fazhi.law.table.table import Table
from fazhi.packs.source import Place, checked, nearest
from fazhi.packs.tables import writing
from fazhi.packs.tables.entry import TableEntry, table
from fazhi.packs.tables.loading import proven

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
OURS = "urn:fazhi:table:1"
PREFIXES: Any = {None: DMN, "fazhi": OURS}
TYPES = {Kind.CHOICE: "string", Kind.DATE: "date", Kind.YES_NO: "boolean"}
KINDS = {"string": "choice", "date": "date", "boolean": "yes-no", "integer": "integer", "number": "decimal"}
NOTES = {"编号": "id", "说明": "says", "法律": "statute", "版本": "edition", "条文": "article"}
OPEN = re.compile(r"null /\* (.+) \*/")


def write(table: Table) -> bytes:
    """The bytes of a DMN file with one decision."""
    days = {name: day.isoformat() for name in ("since", "until") if (day := getattr(table, name))}
    decision = _node(
        "decisionTable",
        _node("extensionElements", _node("table", space=OURS, no_hit=table.no_hit, **days)),
        *(_input(column) for column in table.inputs),
        *(_output(column) for column in table.outputs),
        *(_node("annotation", name=name) for name in NOTES),
        *(_rule(table, row) for row in table.rows),
        hitPolicy=table.policy.upper(),
    )
    named = _node("decision", decision, id="decision", name=table.title)
    tree = _node("definitions", named, id="definitions", name=table.id, namespace=OURS)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read(data: bytes, name: str = "决策表.dmn") -> Table:
    """The table of a DMN file; ``Fault`` pack.E011 names the line of the first mistake."""
    try:
        root = etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except etree.XMLSyntaxError as error:
        wrong = f"{name} 第{error.lineno}行：不是 XML"
        raise Fault("pack.E011", wrong, "请从决策工具重新导出 DMN 1.3 文件") from None
    return _File(name, root).table()


def _node(
    tag: str, /, *children: Element, text: str | None = None, space: str = DMN, **attributes: str
) -> Element:
    node = etree.Element(f"{{{space}}}{tag}", attributes, nsmap=PREFIXES)
    node.text = text
    node.extend(children)
    return node


def _worded(tag: str, text: str, **attributes: str) -> Element:
    """An element whose words stand in a ``text`` child, as DMN has them."""
    return _node(tag, _node("text", text=text), **attributes)


def _column(column: Column) -> Element:
    return _node("extensionElements", _node("column", space=OURS, kind=column.kind.value))


def _values(column: Column, name: str) -> list[Element]:
    allowed = cell.write(column.allowed, column.kind, feel=True)
    return [] if allowed == "-" else [_worded(name, allowed)]


def _input(column: Column) -> Element:
    expression = _worded("inputExpression", column.name, typeRef=TYPES.get(column.kind, "number"))
    return _node("input", _column(column), expression, *_values(column, "inputValues"), label=column.name)


def _output(column: Column) -> Element:
    typed = TYPES.get(column.kind, "number")
    return _node("output", _column(column), *_values(column, "outputValues"), name=column.name, typeRef=typed)


def _rule(table: Table, row: Row) -> Element:
    notes = (row.id, row.says, *vars(row.basis).values())
    return _node(
        "rule",
        *(_worded("inputEntry", writing.condition(row, one, feel=True)) for one in table.inputs),
        *(_worded("outputEntry", _result(row.then[one.name], one)) for one in table.outputs),
        *(_worded("annotationEntry", note) for note in notes),
    )


def _result(result: Result, column: Column) -> str:
    if isinstance(result, Undetermined):
        return f"null /* {writing.result(result, column)} */"
    return cell.literal(result, column.kind, feel=True)


@dataclass
class _File:
    """A file being read; it remembers on which line each value stands."""

    name: str
    root: Element
    lines: dict[Place, int] = field(default_factory=dict)

    def table(self) -> Table:
        entry = checked(self._value(), TableEntry, self.refuse)
        return proven(table(entry, self.refuse), self.refuse)

    def refuse(self, at: Place, wrong: str, remedy: str) -> Fault:
        """The ``Fault`` pack.E011 with line and place."""
        place = f"（{'.'.join(map(str, at))}）" if at else ""
        return Fault("pack.E011", f"{self.name} 第{nearest(self.lines, at) or 1}行{place}：{wrong}", remedy)

    def _value(self) -> dict[str, Any]:
        decisions = self.root.findall(f".//{{{DMN}}}decisionTable")
        if len(decisions) != 1:
            raise self.refuse((), f"有{len(decisions)}张决策表", "请导出只含一张决策表的 DMN 1.3 文件")
        found = decisions[0]
        parent = found.getparent()
        own = found.find(f"{{{DMN}}}extensionElements/{{{OURS}}}table")
        more = {} if own is None else {str(name): str(value) for name, value in own.attrib.items() if value}
        title = "" if parent is None else parent.get("name", "")
        inputs = [self._column(one, "inputs", n) for n, one in enumerate(_all(found, "input"))]
        outputs = [self._column(one, "outputs", n) for n, one in enumerate(_all(found, "output"))]
        notes = [NOTES.get(note.get("name", ""), "") for note in _all(found, "annotation")]
        names = ([one["name"] for one in inputs], [one["name"] for one in outputs], notes)
        rules = [self._rule(rule, n, names) for n, rule in enumerate(_all(found, "rule"))]
        policy = found.get("hitPolicy", "UNIQUE").lower()
        head = {
            "id": self.root.get("name") or title,
            "title": title or self.root.get("name"),
            "policy": policy,
        }
        return {**head, **more, "inputs": inputs, "outputs": outputs, "rows": rules}

    def _column(self, element: Element, side: str, n: int) -> dict[str, str]:
        self.lines[side, n] = _line(element)
        own = element.find(f"{{{DMN}}}extensionElements/{{{OURS}}}column")
        expression = element.find(f"{{{DMN}}}inputExpression")
        typed = element if expression is None else expression
        kind = KINDS.get(typed.get("typeRef", "string"), "choice") if own is None else own.get("kind", "")
        name = element.get("label") or element.get("name") or _text(expression)
        values = _text(element.find(f"{{{DMN}}}{side[:-1]}Values"))
        return {"name": name, "kind": kind, "allowed": values or "-"}

    def _rule(self, rule: Element, n: int, names: tuple[list[str], list[str], list[str]]) -> dict[str, Any]:
        at: Place = ("rows", n)
        self.lines[at] = _line(rule)
        when, then, notes = (
            self._entries(rule, kind, (*at, part), columns)
            for kind, part, columns in zip(
                ("inputEntry", "outputEntry", "annotationEntry"),
                ("when", "then", "basis"),
                names,
                strict=True,
            )
        )
        results = {name: _read_result(text) for name, text in then.items() if text}
        basis = {name: notes[name] for name in ("statute", "edition", "article") if notes.get(name)}
        says = {"says": notes["says"]} if notes.get("says") else {}
        identity = notes.get("id") or rule.get("id") or f"r{n + 1}"
        conditions = {name: text or "-" for name, text in when.items()}
        return {"id": identity, **says, "basis": basis, "when": conditions, "then": results}

    def _entries(self, rule: Element, kind: str, at: Place, names: list[str]) -> dict[str, str]:
        found = _all(rule, kind)
        if kind != "annotationEntry" and len(found) != len(names):
            raise self.refuse(at, f"这一行有{len(found)}格，应有{len(names)}格", "请核对各列")
        for name, element in zip(names, found, strict=False):
            self.lines[*at, name] = _line(element)
        return {name: _text(element) for name, element in zip(names, found, strict=False)}


def _all(element: Element, name: str) -> list[Element]:
    return element.findall(f"{{{DMN}}}{name}")


def _line(element: Element) -> int:
    line: Any = element.sourceline
    return int(line or 1)


def _text(element: Element | None) -> str:
    return "" if element is None else (element.findtext(f"{{{DMN}}}text") or "").strip()


def _read_result(text: str) -> object:
    found = OPEN.fullmatch(text)
    return writing.read_result(found[1]) if found else text
