"""``fazhi law``: import a folder, resolve a citation on a day, search."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fazhi import cli
from tests.statutes.conftest import TEXTS

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, ["law", *words])


def test_an_import_counts_and_gives_reasons(tmp_path: Path) -> None:
    (tmp_path / "坏.md").write_text("没有条文", "utf-8")
    answer = json.loads(run("import", str(tmp_path), "--json").stdout)
    assert answer["imported"] == 0
    assert [(skipped["file"], skipped["code"]) for skipped in answer["skipped"]] == [
        ("坏.md", "statute.E003")
    ]
    result = run("import", str(TEXTS))
    assert "新增 2 件" in result.stdout


def test_a_citation_resolves_on_a_day() -> None:
    answer = json.loads(run("resolve", "行政复议法第八十八条第二款", "--on", "2024-02-06", "--json").stdout)
    contract = ("statute", "edition", "article", "paragraph", "item", "in_force_from", "in_force_to", "text")
    assert [answer[name] for name in contract] == [
        "中华人民共和国行政复议法", "2023-09-01", 88, 2, None, "2024-01-01", None, None,
    ]  # fmt: skip


def test_the_text_is_shown_where_it_was_imported() -> None:
    run("import", str(TEXTS))
    assert "应当在三个工作日内答复" in run("resolve", "示例区便民服务办法第三条", "--on", "2024-01-01").stdout


def test_several_places_come_as_a_list() -> None:
    answers = json.loads(run("resolve", "行政处罚法第五条、第七条", "--on", "2024-01-01", "--json").stdout)
    assert [answer["article"] for answer in answers] == [5, 7]


@pytest.mark.parametrize(
    ("citation", "code"),
    [
        ("行政复议法第九十九条", "citation.E005"),
        ("没有的法第一条", "citation.E002"),
        ("第五条", "citation.E001"),
        ("行政复议法（1990）第一条", "citation.E007"),
    ],
)
def test_what_does_not_resolve_ends_with_status_3_and_its_code(citation: str, code: str) -> None:
    result = run("resolve", citation, "--on", "2024-02-06", "--json")
    assert (result.exit_code, json.loads(result.stderr)["code"], result.stdout) == (3, code, "")


@pytest.mark.parametrize(
    ("citation", "day", "words"),
    [
        ("民事诉讼法第八十五条", "2023-10-01", "（2023-09-01）施行日期未注明，不能确定在2023-10-01已经施行"),
        ("行政复议法第四十条", "2017-10-01", "（2017-09-01）施行日期未注明，不能确定在2017-10-01已经施行"),
        ("民法典第二百零二条", "1950-01-01", "公布日期和施行日期均未注明，不能确定在1950-01-01已经施行"),
        ("民事诉讼法（2023）第八十五条", "2023-10-01", "施行日期未注明"),
    ],
)
def test_an_edition_whose_first_day_nobody_states_is_shown_but_not_as_law_in_force(
    citation: str, day: str, words: str
) -> None:
    result = run("resolve", citation, "--on", day, "--json")
    answer, reason = json.loads(result.stdout), json.loads(result.stderr)
    assert (result.exit_code, answer["in_force_from"], answer["doubt"]) == (3, None, reason)
    assert reason["code"] == "citation.E009"
    assert words in reason["wrong"]


def test_a_person_is_told_the_same_in_words() -> None:
    result = run("resolve", "民事诉讼法第八十五条", "--on", "2023-10-01")
    assert result.exit_code == 3
    assert "施行日期未注明" in result.stdout
    assert "[citation.E009]" in result.stderr


@pytest.mark.parametrize(
    ("citation", "day"),
    [
        ("民事诉讼法第八十五条", "2026-06-26"),  # the list of that day shows it in force
        ("行政复议法第八十八条", "2024-01-01"),  # its first day
    ],
)
def test_what_a_source_shows_in_force_is_answered_firmly(citation: str, day: str) -> None:
    result = run("resolve", citation, "--on", day, "--json")
    assert (result.exit_code, json.loads(result.stdout)["doubt"]) == (0, None)


@pytest.mark.parametrize(("day", "code"), [("2023-10-01", "citation.E009"), ("1999-01-01", "citation.E003")])
def test_the_day_before_an_edition_is_in_force_is_refused_for_the_right_reason(day: str, code: str) -> None:
    result = run("resolve", "行政复议法第三十条", "--on", day, "--json")
    assert (result.exit_code, json.loads(result.stderr)["code"]) == (3, code)


def test_a_marked_edition_without_a_day_is_named_with_what_is_not_stated() -> None:
    result = run("resolve", "民事诉讼法（2023-09-01）第八十五条", "--json")
    assert (result.exit_code, json.loads(result.stdout)["doubt"]["code"]) == (0, "citation.E009")


def test_a_search_lists_articles_with_the_days_in_force() -> None:
    run("import", str(TEXTS))
    (hit,) = json.loads(run("search", "上门 服务", "--json").stdout)
    assert set(hit) >= {"statute", "edition", "article", "in_force_from", "in_force_to", "excerpt"}
    assert "没有找到" in run("search", "没有的词").stdout
