"""Each entry's basis is re-checked against the law in force on the day (measure 20.1)."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.registers.audit import audit
from fazhi.registers.finding import FLAWS, Flaw
from fazhi.registers.kinds import kind
from fazhi.registers.reading import Line
from tests.statutes.conftest import run_import

DAY = date(2026, 11, 24)
POWERS, CERTIFICATES = (kind(name, DAY) for name in ("power-list", "certificates"))


def line(basis: str, key: str = "HD-001", sort: str = "行政检查") -> Line:
    cells = {"number": key, "kind": sort} | ({"basis": basis} if basis else {})
    return Line(1, key, dict(cells), None, None)


BASES = {
    "": [Flaw.NONE],
    "《行政处罚法》第三十三条": [],
    "行政处罚法第33条第1款": [],
    "《行政处罚法》第三十三条；《行政许可法》第十条": [],
    "按照有关规定": [Flaw.UNKNOWN],
    "《行政处罚法》相关规定第三条第": [Flaw.UNREADABLE],
    "《没有这部法》第一条": [Flaw.UNKNOWN],
    "《行政处罚法》第八十七条": [Flaw.NO_ARTICLE],
    "《企业法人登记管理条例》第三十条": [Flaw.REPEALED],
    "《行政复议法》（2017-09-01）第十条": [Flaw.REPEALED],
    "《行政处罚法》（1996）第三条": [Flaw.NO_EDITION],
    "《行政处罚法》第一条、《没有这部法》第一条": [Flaw.UNKNOWN],
}


@pytest.mark.django_db
@pytest.mark.parametrize("basis", BASES)
def test_a_basis_is_sound_or_flagged_for_what_is_wrong_with_it(basis: str) -> None:
    found = audit(POWERS, [line(basis)], DAY)
    assert [finding.flaw for finding in found.findings] == BASES[basis]
    assert found.flagged == bool(BASES[basis])
    assert all(finding.fault.wrong and finding.fault.remedy for finding in found.findings)


@pytest.mark.django_db
def test_a_statute_is_judged_by_the_day_of_the_audit() -> None:
    entry = line("《行政执法监督条例》第十二条")
    before, after = (audit(POWERS, [entry], day) for day in (date(2026, 1, 31), date(2026, 2, 1)))
    assert [finding.flaw for finding in before.findings] in ([Flaw.NOT_YET], [Flaw.NOT_HELD])
    assert after.findings == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sort", "basis", "low"),
    [
        ("行政处罚", "国办发〔2019〕51号", True),
        ("行政处罚", "国办发〔2019〕51号；《行政处罚法》第三十三条", False),
        ("行政处罚", "《市场监督管理行政处罚信息公示规定》第三条", False),
        ("行政许可", "国办发〔2019〕51号", False),
        ("行政检查", "国办发〔2019〕51号", False),
    ],
)
def test_documents_alone_carry_no_penalty_but_what_may_be_a_state_council_decision_is_left_to_people(
    sort: str, basis: str, low: bool
) -> None:
    found = audit(POWERS, [line(basis, sort=sort)], DAY).findings
    assert [finding.flaw for finding in found] == ([Flaw.RANK] if low else [])
    assert not low or "行政处罚法第十六条" in str(found[0].fault)


@pytest.mark.django_db
def test_a_proof_rests_on_law_or_a_state_council_decision() -> None:
    found = audit(CERTIFICATES, [line("津政办发〔2021〕42号")], DAY).findings
    assert [(finding.flaw, finding.fault.basis) for finding in found] == [
        (Flaw.RANK, "优化营商环境条例第四十四条第一款")
    ]


@pytest.mark.django_db
def test_where_the_text_is_imported_paragraph_and_item_are_checked_too(tmp_path: Path) -> None:
    articles = "\n".join(f"第{n}条 示例条文。\n第二款的示例文字。" for n in range(1, 87))
    law = f"# 中华人民共和国行政处罚法\n2021年1月22日修订\n<!-- INFO END -->\n## 第一章 总则\n{articles}"
    (tmp_path / "行政处罚法(2021-01-22).md").write_text(law, "utf-8")
    assert run_import(tmp_path).imported
    entries = [line("《行政处罚法》第五条第二款", "a"), line("《行政处罚法》第五条第三款", "b")]
    found = audit(POWERS, entries, DAY)
    assert [(finding.key, finding.flaw) for finding in found.findings] == [("b", Flaw.NO_ARTICLE)]


@pytest.mark.django_db
def test_the_count_is_of_entries_not_of_findings() -> None:
    entries = [
        line("《甲法》第一条；《乙法》第一条", "a"), line("", "b"), line("《行政处罚法》第一条", "c"),
    ]  # fmt: skip
    found = audit(POWERS, entries, DAY)
    assert (found.entries, found.flagged, len(found.findings)) == (3, 2, 3)
    assert found.counts == {Flaw.NONE: 1, Flaw.UNKNOWN: 1}
    assert found.as_dict()["counts"] == {"no-basis": 1, "unknown-statute": 1}


@pytest.mark.django_db
def test_a_statute_is_read_once_however_often_it_is_cited() -> None:
    entries = [line(f"《行政处罚法》第{n}条", str(n)) for n in range(1, 80)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        audit(POWERS, entries, DAY)
    assert len(queries) == 1


def test_every_flaw_has_its_words() -> None:
    assert all(flaw.label for flaw in Flaw)
    assert set(FLAWS.values()) | {Flaw.NONE, Flaw.RANK} == set(Flaw)
