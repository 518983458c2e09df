"""``fazhi review``: findings for people and for machines, with and without a statute library."""

import json
from pathlib import Path

from tests.cli.command import Installation

DRAFT = """某区摊点管理办法

第一条 为了规范摊点经营，依照《行政处罚法》第一百条、《示例区便民服务办法》第一条第九款，制定本办法。
第二条 占道经营的，处以500元罚款。
第三条 本办法由区城管委解释，自2026年12月1日起施行，有效期三年。
"""


def draft(folder: Path, text: str = DRAFT) -> str:
    path = folder / "草案.txt"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_machine_gets_the_contracted_json(installation: Installation, tmp_path: Path) -> None:
    done = installation.run("review", draft(tmp_path), "--json", "--on", "2026-11-24")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert set(found) == {"title", "clauses", "findings", "questions"}
    assert (found["title"], found["clauses"]) == ("某区摊点管理办法", 3)
    cited, fine = found["findings"]
    assert set(fine) == {"rule", "severity", "clause", "span", "text", "why", "article", "remedy"}
    assert (fine["rule"], fine["clause"], fine["article"]) == ("review.R01", "第二条", "行政处罚法第十六条")
    assert DRAFT[slice(*fine["span"])] == fine["text"] == "处以500元罚款"
    assert (cited["rule"], cited["text"]) == ("review.R41", "《行政处罚法》第一百条")
    assert any("《示例区便民服务办法》" in each["question"] for each in found["questions"])


def test_a_person_gets_a_report(installation: Installation, tmp_path: Path) -> None:
    report = installation.run("review", draft(tmp_path)).stdout
    assert "应改 2 处" in report
    assert "[应改] review.R01 设定行政处罚　第二条" in report
    assert "行政处罚法第十六条" in report


def test_a_review_makes_no_database(installation: Installation, tmp_path: Path) -> None:
    installation.run("review", draft(tmp_path))
    assert not (installation.home / "fazhi.sqlite3").exists()


def test_a_library_is_asked_for_paragraphs(installation: Installation, tmp_path: Path) -> None:
    texts = Path(__file__).parents[1] / "statutes" / "texts"
    assert installation.run("law", "import", str(texts)).returncode == 0
    found = installation.read("review", draft(tmp_path), "--on", "2026-11-24")
    assert "《示例区便民服务办法》第一条第九款" in [f["text"] for f in found["findings"]]


def test_an_unreadable_file_ends_with_status_2_and_a_code(installation: Installation, tmp_path: Path) -> None:
    broken = tmp_path / "破损.docx"
    broken.write_bytes(b"PK\x03\x04")
    done = installation.run("review", str(broken), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["code"] == "outline.E005"
    assert installation.run("review", str(tmp_path / "没有.txt")).returncode == 2
