"""500 rows with 3 bad ones import nothing or, if asked, the 497; the 3 come back with reasons (DESIGN §7)."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.registers.actions import Keep, discard, open_register, open_superior, upload
from fazhi.registers.cell import day, words
from fazhi.registers.files.table import rows as read_rows
from fazhi.registers.files.writing import FORMS, template, written
from fazhi.registers.kinds import kind
from fazhi.registers.models import Edition, Entry, Upload
from tests.conftest import Personas
from tests.registers.lists import DAY, HEADS, kept, opened, row, xlsx

POWERS = kind("power-list", DAY.date())


def five_hundred() -> list[list[object]]:
    rows = [row(n) for n in range(1, 501)]
    rows[9] = row(10, 职权类型="行政罚款")
    rows[199] = row(1)
    rows[499] = row(500, 行使主体="星际办", 生效日期="2026-02-30")
    return rows


def test_three_bad_rows_of_five_hundred_keep_all_of_them_out(personas: Personas) -> None:
    register = opened(personas)
    with pytest.raises(Fault, match=r"registers\.E010.*3行有问题"):
        kept(register, personas, five_hundred())
    assert not Edition.objects.exists()


def test_if_asked_the_other_497_are_kept_and_the_three_come_back_with_reasons(personas: Personas) -> None:
    register = opened(personas)
    keep = Keep(register=register, file_name="清单.xlsx", data=xlsx(five_hundred(), above=1), partial=True)
    report = keep.report(DAY)
    assert [(bad.line, [m.fault.code for m in bad.mistakes]) for bad in report.bad] == [
        (12, ["registers.E021"]),
        (202, ["registers.E026"]),
        (502, ["registers.E024", "registers.E022"]),
    ]
    assert not Edition.objects.exists()
    edition = keep.perform(personas.clerk, DAY)
    assert edition.entries.count() == 497
    assert [bad["line"] for bad in edition.left_out] == [12, 202, 502]
    assert "第3行重复" in edition.left_out[1]["mistakes"][0]["wrong"]


def test_an_upload_waits_for_its_decision_and_is_used_up(personas: Personas) -> None:
    register = opened(personas)
    waiting = upload(personas.clerk, register, "C:\\表\\清单.xlsx", xlsx([row(1)]), DAY)
    assert waiting.file_name == "清单.xlsx"
    keep = Keep(register=register, file_name="清单.xlsx", data=bytes(waiting.content), waiting=waiting)
    keep.perform(personas.clerk, DAY)
    assert not Upload.objects.exists()
    with pytest.raises(Fault, match=r"registers\.E011"):
        keep.perform(personas.clerk, DAY)
    discard(personas.clerk, upload(personas.clerk, register, "b.xlsx", xlsx([row(2)]), DAY))
    assert Edition.objects.count() == 1


def test_the_same_content_is_not_kept_twice(personas: Personas) -> None:
    register = opened(personas)
    kept(register, personas, [row(1)])
    with pytest.raises(Fault, match=r"registers\.E012"):
        kept(register, personas, [row(1)])
    assert kept(register, personas, [row(1), row(2)]).number == 2


@pytest.mark.parametrize("who", ["street", "leader", "auditor", "stranger"])
def test_only_the_organs_clerk_and_the_coordinator_keep_a_list(personas: Personas, who: str) -> None:
    register = opened(personas)
    keep = Keep(register=register, file_name="清单.xlsx", data=xlsx([row(1)]))
    with pytest.raises(Fault, match=r"office\.E001"):
        keep.perform(getattr(personas, who), DAY)
    with pytest.raises(Fault, match=r"office\.E001"):
        upload(getattr(personas, who), register, "a.xlsx", xlsx([row(1)]), DAY)
    assert not Entry.objects.exists()


def test_each_entry_records_what_its_citations_meant_on_the_day(personas: Personas) -> None:
    basis = "《行政处罚法》第三十三条；《没有这部法》第一条"
    entry = kept(opened(personas), personas, [row(1, basis=basis, 生效日期="2026年1月1日")]).entries.get()
    assert entry.resolved[0]["edition"] == "2021-01-22"
    assert entry.resolved[1]["code"] == "citation.E002"
    assert (entry.since.isoformat(), entry.until) == ("2026-01-01", None)
    assert entry.cells["exerciser"] == "区司法局"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"not a workbook", "E002"),
        ("a.csv", b"\xff\xfe\x81", "E002"),
        ("a.json", b"{", "E002"),
        ("a.json", b'{"a": 1}', "E002"),
        ("a.json", '[{"编码": "1"}]'.encode(), "E004"),
        ("a.csv", "甲,乙\n1,2\n".encode(), "E003"),
        ("a.xlsx", xlsx([row(1)], heads=(*HEADS[:7], "说明", *HEADS[8:])), "E004"),
        ("a.xlsx", xlsx([row(1)], heads=("编码", "依据")), "E003"),
        ("a.xlsx", xlsx([row(1)], heads=("编码", "编码", *HEADS[1:9])), "E008"),
        ("a.xlsx", xlsx([[*row(1), "表头之外"]]), "E004"),
        ("a.xlsx", xlsx([]), "E005"),
        ("a.pdf", b"%PDF", "E007"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_whole(name: str, data: bytes, code: str) -> None:
    with pytest.raises(Fault, match=rf"registers\.{code}"):
        read_rows(POWERS, name, data)


def test_a_workbook_with_a_broken_part_is_refused_not_failed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx([row(1)]))) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            new.writestr(part, b"<broken" if "sheet1" in part else old.read(part))
    with pytest.raises(Fault, match=r"registers\.E002"):
        read_rows(POWERS, "a.xlsx", file.getvalue())


@pytest.mark.parametrize("form", FORMS)
def test_an_export_can_be_read_back(personas: Personas, form: str) -> None:
    register = opened(personas)
    edition = kept(register, personas, [row(1, 备注="甲\n乙", 生效日期="2026-01-01"), row(2)])
    file = written(form, edition, edition.entries.all())
    report = Keep(register=register, file_name=f"清单.{form}", data=file).report(DAY)
    assert not report.bad
    assert [line.cells for line in report.lines] == [entry.cells for entry in edition.entries.all()]
    assert [line.since for line in report.lines] == [entry.since for entry in edition.entries.all()]


def test_no_exported_cell_is_run_as_a_formula(personas: Personas) -> None:
    edition = kept(opened(personas), personas, [row(1, 备注="'=1+1"), row(2, 职权名称="@SUM(A1)")])
    csv = written("csv", edition, edition.entries.all()).decode("utf-8-sig")
    assert ",'@SUM(A1)," in csv
    book = load_workbook(io.BytesIO(written("xlsx", edition, edition.entries.all())))
    assert {cell.data_type for line in book.worksheets[0].iter_rows(min_row=2) for cell in line} <= {
        "s",
        "n",
        "d",
    }


def test_the_template_is_a_list_without_rows_that_tells_the_houses_columns_from_the_laws() -> None:
    book = load_workbook(io.BytesIO(template(POWERS)))
    assert [cell.value for cell in book.worksheets[0][1]] == list(HEADS)
    told = {line[0]: line[3] for line in book["填写说明"].iter_rows(min_row=2, values_only=True)}
    assert told["对应责任"] == "《天津市优化营商环境条例》第十条"
    assert told["备注"] == "本平台自设"
    with pytest.raises(Fault, match=r"registers\.E005"):
        read_rows(POWERS, "模板.xlsx", template(POWERS))


def test_a_superiors_list_keeps_the_names_of_its_own_organs(personas: Personas) -> None:
    theirs = open_superior(personas.coordinator, "power-list", "演示市级单位", DAY)
    keep = Keep(register=theirs, file_name="a.xlsx", data=xlsx([row(1, organ="市某局")]))
    assert keep.perform(personas.coordinator, DAY).entries.get().cells["exerciser"] == "市某局"
    with pytest.raises(Fault, match=r"office\.E001"):
        open_superior(personas.clerk, "power-list", "演示另一单位", DAY)
    for holder in (" ", "试验区司法局"):
        with pytest.raises(Fault, match=r"registers\.E015"):
            open_superior(personas.coordinator, "power-list", holder, DAY)


def test_a_register_is_opened_only_by_organs_that_keep_one(personas: Personas) -> None:
    with pytest.raises(Fault, match=r"registers\.E014"):
        open_register(personas.coordinator, "power-list", Organ.objects.get(code="east"), DAY)
    with pytest.raises(Fault, match=r"registers\.E013"):
        open_register(personas.coordinator, "no-list", Organ.objects.get(code="east"), DAY)
    assert opened(personas) == opened(personas)


@given(st.one_of(st.text(), st.dates(), st.floats(allow_nan=False), st.integers(), st.none()))
def test_whatever_a_cell_holds_a_day_is_read_or_refused_with_a_code(raw: object) -> None:
    assert isinstance(words(raw), str)  # type: ignore[arg-type]
    with suppress(Fault):
        assert day(raw) is None or raw  # type: ignore[arg-type]


@given(st.lists(st.dictionaries(st.sampled_from(["number", "name", "kind", "since"]), st.text()), min_size=1))
def test_whatever_a_json_list_says_every_row_is_good_or_bad(entries: list[dict[str, str]]) -> None:
    from fazhi.registers.reading import read

    data = json.dumps(entries).encode()
    report = read(POWERS, read_rows(POWERS, "a.json", data), None)
    assert len(report.lines) + len(report.bad) == len(entries)
    assert all(bad.mistakes for bad in report.bad)
