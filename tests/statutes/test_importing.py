"""An operator imports a folder: each file whole or not at all, each once, broken ones with the reason."""

import io
import shutil
from pathlib import Path

import docx
import pytest

from fazhi.fault import Fault
from fazhi.statutes import bulk, fulltext, importing
from fazhi.statutes.models import Article, Edition, Statute
from tests.statutes.conftest import TEXTS, run_import

pytestmark = pytest.mark.django_db
BROKEN = "# 示例坏办法\n2020年1月1日 发布\n第一条 前面的条文。\n第三条 缺了第二条。\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEXTS, tmp_path / "texts"))


def test_editions_of_one_statute_are_kept_side_by_side(folder: Path) -> None:
    report = run_import(folder)
    assert (len(report.imported), report.articles) == (2, 10)
    assert Statute.objects.get().editions.count() == 2


def test_importing_again_changes_nothing(folder: Path) -> None:
    run_import(folder)
    before = list(Article.objects.values_list("id", "text"))
    report = run_import(folder)
    assert (len(report.unchanged), report.imported, report.replaced) == (2, [], [])
    assert list(Article.objects.values_list("id", "text")) == before


def test_a_broken_file_is_skipped_with_the_reason_and_leaves_nothing_behind(folder: Path) -> None:
    (folder / "示例坏办法(2020-01-01).md").write_text(BROKEN, "utf-8")
    report = run_import(folder)
    assert [(name, fault.code) for name, fault in report.skipped] == [
        ("示例坏办法(2020-01-01).md", "statute.E004")
    ]
    assert len(report.imported) == 2
    assert not Statute.objects.filter(title="示例坏办法").exists()


def test_a_failure_in_the_middle_of_a_file_writes_nothing_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Fault("statute.E999", "中断", "重试")

    monkeypatch.setattr(bulk, "_rows", fail)
    report = run_import(folder)
    assert len(report.skipped) == 2
    assert not Statute.objects.exists()
    assert not Edition.objects.exists()


def test_a_corrected_file_takes_the_place_of_the_earlier_reading(folder: Path) -> None:
    run_import(folder)
    path = folder / "示例区便民服务办法(2023-05-06).md"
    path.write_text(path.read_text("utf-8").replace("上门服务", "送达到家"), "utf-8")
    report = run_import(folder)
    assert report.replaced == [path.name]
    assert fulltext.find(["上门服务"], 9) == []
    assert [Article.objects.get(id=n).number for n in fulltext.find(["送达到家"], 9)] == [2]


def test_two_files_of_one_edition_do_not_alternate(folder: Path) -> None:
    text = (folder / "示例区便民服务办法(2023-05-06).md").read_text("utf-8")
    (folder / "另存(2023-05-06).md").write_text(text + "\n附：另存。", "utf-8")
    first, second = run_import(folder), run_import(folder)
    assert [fault.code for _, fault in first.skipped] == ["statute.E008"]
    assert (second.imported, second.replaced, len(second.unchanged)) == ([], [], 2)


def test_texts_in_gb18030_and_docx_are_read(tmp_path: Path) -> None:
    text = (TEXTS / "示例区便民服务办法(2020-01-10).md").read_text("utf-8")
    (tmp_path / "国标(2020-01-10).txt").write_bytes(text.encode("gb18030"))
    document, content = docx.Document(), io.BytesIO()
    for line in (TEXTS / "示例区便民服务办法(2023-05-06).md").read_text("utf-8").splitlines():
        document.add_paragraph(line)
    document.save(content)
    (tmp_path / "文档(2023-05-06).docx").write_bytes(content.getvalue())
    assert len(run_import(tmp_path).imported) == 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("坏.docx", b"PK\x03\x04 not a document", "statute.E001"),
        ("坏.md", b"\x00\x01\x02\xff", "statute.E001"),
        ("空(2020-01-01).md", b"", "statute.E002"),
        ("坏(2020-02-30).md", "# 甲\n第一条 乙。".encode(), "statute.E005"),
    ],
)
def test_what_cannot_be_read_is_reported(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert [fault.code for _, fault in run_import(tmp_path).skipped] == [code]


def test_an_interrupted_import_is_made_findable_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as interrupted:
        interrupted.setattr(importing, "index", lambda: None)
        run_import(folder)
    assert fulltext.find(["电话预约"], 9) == []
    run_import(folder)
    assert len(fulltext.find(["电话预约"], 9)) == 2


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault) as refused:
        run_import(tmp_path / "没有")
    assert refused.value.code == "statute.E006"
