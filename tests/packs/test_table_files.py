"""A table goes out as XLSX or DMN and comes in again the same; what was broken outside is told where."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.law.table.column import Column
from fazhi.law.table.condition import ANY, Condition, OneOf
from fazhi.law.table.kind import Kind
from fazhi.law.table.report import report
from fazhi.law.table.row import Row, Undetermined
from fazhi.law.table.table import HitPolicy, Table
from fazhi.packs.tables import dmn, loading, xlsx
from tests.law.table.test_cell import VALUES, conditions

TABLES = loading.load()
FORMS = {"xlsx": (xlsx.write, xlsx.read), "dmn": (dmn.write, dmn.read)}
CHOICES = ("甲", "乙 1", "A.1")


def within(kind: Kind) -> st.SearchStrategy[Condition]:
    if kind is Kind.CHOICE:
        some = st.lists(st.sampled_from(CHOICES), min_size=1, unique=True)
        return st.just(ANY) | some.map(lambda found: OneOf(tuple(found)))
    return conditions(kind)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kinds = draw(
        st.lists(st.sampled_from([Kind.CHOICE, Kind.MONEY, Kind.DATE, Kind.YES_NO]), min_size=1, max_size=3)
    )
    inputs = tuple(
        Column(f"事实{n}", kind, OneOf(CHOICES) if kind is Kind.CHOICE else ANY)
        for n, kind in enumerate(kinds)
    )
    given = draw(st.sampled_from([Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.DATE, Kind.YES_NO]))
    results = VALUES[given] | st.builds(Undetermined, st.sampled_from(["区司法局", "市政府"]))
    rows = [
        Row(
            f"r{n}",
            draw(st.sampled_from(["某条件", "=1+1", "<a> & b"])),
            Basis("某法", "2020-01-01", draw(st.sampled_from(["", "第一条"]))),
            {c.name: found for c in inputs if (found := draw(within(c.kind))) != ANY},
            {"结果": draw(results)},
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    since = draw(st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    made = Table("t", "某表", HitPolicy.COLLECT, inputs, (Column("结果", given),), tuple(rows), "无", since)
    assume(not report(made).unreached)
    return made


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=60)
@given(table=tables())
def test_what_goes_out_comes_in_the_same(form: str, table: Table) -> None:
    write, read = FORMS[form]
    assert read(write(table)) == table


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_tables_of_the_pack_survive_both_forms(form: str, table: Table) -> None:
    write, read = FORMS[form]
    assert read(write(table)) == table


SHEET = xlsx.write(TABLES["penalty-spot"])


def changed(cell: str, value: object) -> bytes:
    book = load_workbook(io.BytesIO(SHEET))
    book.worksheets[0][cell] = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        ("B3", "any", "B3：“any”不在可选范围内"),
        ("A2", "标题", "A2：没有“标题”这一项"),
        ("B5", "明天", "B5：“明天”不合要求"),
        ("F8", "事实", "F8：“事实确凿且有法定依据”的类别“事实”"),
        ("H9", "text", "H9：“text”不在可选范围内"),
        ("I10", "大于零", "I10：“大于零”不是money的条件"),
        ("I12", "二百以下", "I12：“二百以下”不是money的条件"),
        ("G12", "机关", "G12：“机关”不在“当事人”的取值之内"),
        ("C12", "", "C12：缺少“statute”"),
        ("J13", "也许", "J13：“也许”不是yes-no"),
        ("J13", "", "A13.*没有写“可以当场决定”"),
        ("A13", "cf51-warning", "A13：行号“cf51-warning”写了两次"),
        ("G13", "-", "A13.*同时适用"),
        ("A9", "种类", "没有“列、类别、类型、取值”四行"),
    ],
)
def test_a_mistake_made_in_a_workbook_is_told_with_its_cell(cell: str, value: object, message: str) -> None:
    with pytest.raises(Fault, match=message) as refusal:
        xlsx.read(changed(cell, value))
    assert refusal.value.code == "pack.E010"


def test_excel_may_make_numbers_and_dates_of_the_cells() -> None:
    assert xlsx.read(changed("B5", date(2021, 7, 15))) == TABLES["penalty-spot"]


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(Fault, match=r"pack\.E010"):
        xlsx.read(b"id: a")


OUTPUT = "<outputEntry>\n          <text>true</text>"


def broken(change: Callable[[str], str]) -> bytes:
    return change(dmn.write(TABLES["penalty-spot"]).decode()).encode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('hitPolicy="UNIQUE"', 'hitPolicy="ANY"', "第1行（policy）：“any”不在可选范围内"),
        ("&lt;=200", "not(200)", r"第\d+行（rows.1.when.罚款数额）：“not\(200\)”不是money的条件"),
        ('"公民"</text>', '"机关"</text>', r"第\d+行（rows.1.when.当事人）：“机关”不在"),
        (OUTPUT, OUTPUT.replace("true", "1+1"), r"第\d+行（rows.0.then.可以当场决定）：“1\+1”不是yes-no"),
        ("decisionTable", "decisionList", "第1行：有0张决策表"),
        ("</definitions>", "", "不是 XML"),
        (OUTPUT, OUTPUT.replace("true", ""), "没有写“可以当场决定”"),
    ],
)
def test_a_mistake_made_in_a_decision_tool_is_told_with_its_line(old: str, new: str, message: str) -> None:
    with pytest.raises(Fault, match=message) as refusal:
        dmn.read(broken(lambda text: text.replace(old, new)))
    assert refusal.value.code == "pack.E011"


def foreign(table: Table) -> bytes:
    """The file as a tool would write it that knows nothing of our extensions."""
    root = etree.fromstring(dmn.write(table))
    for element in root.findall(f".//{{{dmn.DMN}}}extensionElements"):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    return etree.tostring(root)


def test_a_table_of_another_tool_needs_none_of_our_extensions() -> None:
    assert dmn.read(foreign(TABLES["accident-report"])).inputs[0].kind is Kind.CHOICE
    with pytest.raises(Fault, match="没有适用的行"):
        dmn.read(foreign(TABLES["reconsideration-representatives"]))


def test_an_entity_is_not_resolved() -> None:
    attack = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    text = dmn.write(TABLES["police-hearing"]).split(b"?>", 1)[1].replace(b"za117-police-4000", b"&x;")
    table = dmn.read(attack + text)
    assert "root" not in table.rows[0].id
