"""``fazhi redact``: text and spans for machines, a review sheet for people, coded refusals for both."""

import json
from pathlib import Path

import docx
from pypdf import PdfReader

from tests.cli.command import Installation
from tests.documents.publication.files import BODY, pdf, saved, word


def test_a_machine_gets_text_and_spans_into_the_original(installation: Installation, tmp_path: Path) -> None:
    file = tmp_path / "决定书.txt"
    file.write_text(BODY, "utf-8")
    done = installation.run("redact", str(file), "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["text"] == "申请人张某，男，住天津市河东区***。"
    assert found["spans"][0] == {"start": 3, "end": 6, "kind": "name", "value_masked": "张某"}
    assert "张志祥" not in done.stdout


def test_a_person_gets_the_text_the_counts_and_the_duty_to_review(
    installation: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "张志祥.txt"
    file.write_text(BODY, "utf-8")
    done = installation.run("redact", str(file))
    assert "共隐去 2 处：姓名 1、住址 1" in done.stdout
    assert "文件名应改为：张某.txt" in done.stdout
    assert "公开前须由人工逐处核对" in done.stdout


def test_word_is_written_as_a_copy_and_nothing_is_overwritten(
    installation: Installation, tmp_path: Path
) -> None:
    file, copy = tmp_path / "决定书.docx", tmp_path / "公开.docx"
    file.write_bytes(saved(word()))
    done = installation.run("redact", str(file), "--output", str(copy))
    assert done.returncode == 0, done.stderr
    assert docx.Document(str(copy)).paragraphs[0].text.startswith("申请人张某")
    for taken in (copy, file):
        again = installation.run("redact", str(file), "--output", str(taken))
        assert (again.returncode, "[redact.E009]" in again.stderr) == (2, True)


def test_a_pdf_is_written_anew_under_its_redacted_name(installation: Installation, tmp_path: Path) -> None:
    file, folder = tmp_path / "张志祥决定书.pdf", tmp_path / "公开"
    file.write_bytes(pdf(BODY))
    folder.mkdir()
    refused = installation.run("redact", str(file), "--output", str(folder / "公开.docx"))
    assert (refused.returncode, "[redact.E006]" in refused.stderr) == (2, True)
    named = installation.run("redact", str(file), "--output", str(folder / "张志祥.pdf"))
    assert (named.returncode, "[redact.E013]" in named.stderr) == (2, True)
    assert installation.run("redact", str(file), "--output", str(folder / "公开.txt")).returncode == 0
    assert (folder / "公开.txt").read_text("utf-8") == "申请人张某，男，住天津市河东区***。"
    done = installation.run("redact", str(file), "--output", str(folder))
    assert done.returncode == 0, done.stderr
    assert sorted(one.name for one in folder.iterdir()) == ["公开.txt", "张某决定书.pdf"]
    shown = "".join(PdfReader(folder / "张某决定书.pdf").pages[0].extract_text().split())
    assert "申请人张某，男" in shown
    assert "张志祥" not in shown


def test_bad_input_ends_with_status_2_and_a_code(installation: Installation, tmp_path: Path) -> None:
    broken = tmp_path / "破损.docx"
    broken.write_bytes(b"PK\x03\x04")
    done = installation.run("redact", str(broken), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["code"] == "redact.E005"
    missing = installation.run("redact", str(tmp_path / "没有.txt"))
    assert (missing.returncode, "[redact.E008]" in missing.stderr) == (2, True)
    nowhere = installation.run(
        "redact", str(_text(tmp_path)), "--output", str(tmp_path / "没有" / "公开.txt")
    )
    assert (nowhere.returncode, "[redact.E010]" in nowhere.stderr) == (2, True)


def _text(folder: Path) -> Path:
    file = folder / "决定书.txt"
    file.write_text(BODY, "utf-8")
    return file
