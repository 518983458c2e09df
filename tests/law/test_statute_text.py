"""A statute text is read as lawyers divide it, and a broken one is refused with the line."""

import contextlib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi import numeral
from fazhi.fault import Fault
from fazhi.law import statute_text
from fazhi.law.citation import parse
from fazhi.law.place import ArticleNumber, Place
from fazhi.law.statute_text import StatuteText
from fazhi.law.title import key
from tests.shared import shared

TEXTS = Path(__file__).parents[1] / "statutes" / "texts"


def load(path: Path) -> StatuteText:
    return statute_text.read(statute_text.decode(path.read_bytes()), statute_text.edition_day(path.stem))


@pytest.fixture(name="first")
def _first() -> StatuteText:
    return load(TEXTS / "示例区便民服务办法(2020-01-10).md")


def test_the_heading_lines_say_when_it_was_promulgated_and_under_which_number(first: StatuteText) -> None:
    assert (first.title, first.promulgated, first.document) == (
        "示例区便民服务办法", date(2020, 1, 10), "示例区人民政府令第3号",
    )  # fmt: skip


def test_the_text_itself_says_when_it_took_effect(first: StatuteText) -> None:
    assert first.in_force_from == date(2020, 3, 1)


def test_an_amended_edition_has_its_own_number_and_the_day_of_the_first_enactment() -> None:
    second = load(TEXTS / "示例区便民服务办法(2023-05-06).md")
    assert (second.document, second.enacted) == ("示例区人民政府令第9号", date(2020, 1, 10))


def test_paragraphs_items_and_points_are_found_where_lawyers_count_them(first: StatuteText) -> None:
    article = first.articles[1]
    second = ArticleNumber(2)
    assert article.part(Place(second, 1)) == "窗口收到材料后，应当在五个工作日内答复。"
    assert article.part(Place(second, 2, 1)) == "（一）缺哪些材料；"
    assert article.part(Place(second, None, 1)) == "（一）缺哪些材料；"
    assert article.part(Place(second, 2, 2, 2)) == "2.网站。"
    assert article.part(Place(second, 3)) == "补齐以后重新计算时间。"


@pytest.mark.parametrize(
    "place", [Place(ArticleNumber(2), 4), Place(ArticleNumber(2), 1, 1), Place(ArticleNumber(2), 2, 9)]
)
def test_a_part_that_is_not_there_is_refused(first: StatuteText, place: Place) -> None:
    with pytest.raises(Fault) as refused:
        first.articles[1].part(place)
    assert refused.value.code == "citation.E006"


def test_articles_stand_under_their_headings(first: StatuteText) -> None:
    general, booking, final = ("第一章 总则",), ("第二章 办理", "第一节 预约"), ("第三章 附则",)
    assert [a.headings for a in first.articles] == [general, general, booking, booking, final]


def test_plain_text_without_marks_is_read_alike(first: StatuteText) -> None:
    plain = (TEXTS / "示例区便民服务办法(2020-01-10).md").read_text("utf-8")
    plain = re.sub(r"^#+ |<!-- INFO END -->", "", plain, flags=re.M).replace(" ", "\u3000")
    assert statute_text.read(plain, date(2020, 1, 10)).articles == tuple(
        type(a)(a.number, a.text, tuple(h.replace(" ", "\u3000") for h in a.headings)) for a in first.articles
    )


def test_an_inserted_article_follows_the_one_it_was_put_behind() -> None:
    text = statute_text.read("# 示例办法\n2020年1月1日 发布\n第一条 甲。\n第一条之一 乙。\n第二条 丙。")
    assert [str(article.number) for article in text.articles] == ["第一条", "第一条之一", "第二条"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "statute.E002"),
        ("第一条 只有条文。", "statute.E002"),
        ("# 示例办法\n2020年1月1日 发布\n没有条文。", "statute.E003"),
        ("# 示例办法\n2020年1月1日 发布\n第一条 甲。\n第三条 丙。", "statute.E004"),
        ("# 示例办法\n2020年1月1日 发布\n第一条 甲。\n第一条 甲。", "statute.E004"),
        ("# 示例办法\n2020年1月1日 发布\n第二条 乙。", "statute.E004"),
        ("# 示例办法\n2020年1月1日 发布\n第一条\n第二条 乙。", "statute.E004"),
        ("# 示例办法\n第一条 甲。", "statute.E005"),
    ],
)
def test_a_broken_text_is_refused_with_its_code(text: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        statute_text.read(text)
    assert refused.value.code == code


def test_the_refusal_names_the_line() -> None:
    with pytest.raises(Fault, match="第4行的第三条"):
        statute_text.read("# 示例办法\n2020年1月1日 发布\n第一条 甲。\n第三条 丙。")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01", b"\x00\x01\x02", bytes(range(128, 256))])
def test_what_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(Fault) as refused:
        statute_text.decode(content)
    assert refused.value.code == "statute.E001"


def test_a_file_name_with_an_impossible_date_is_refused() -> None:
    with pytest.raises(Fault, match="日期无效"):
        statute_text.edition_day("示例办法(2020-02-30)")


@given(st.text())
def test_any_text_is_read_or_refused_but_never_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(Fault):
        assert statute_text.read(text, date(2020, 1, 1)).articles


@given(st.integers(1, 60), st.integers(0, 3))
def test_every_article_written_is_read(count: int, paragraphs: int) -> None:
    body = "\n".join(f"第{numeral.write(n)}条 首段。" + "\n次段。" * paragraphs for n in range(1, count + 1))
    articles = statute_text.read(f"# 示例办法\n2020年1月1日 发布\n{body}").articles
    assert [len(article.paragraphs) for article in articles] == [1 + paragraphs] * count


def test_all_shared_statutes_are_read() -> None:
    texts = [load(path) for path in sorted(shared("statutes").glob("*.md"))]
    assert len(texts) == 40
    for text in texts:
        assert [a.number for a in text.articles] == [ArticleNumber(n + 1) for n in range(len(text.articles))]
        assert text.in_force_from is None or text.in_force_from >= text.promulgated


def test_every_verified_quote_stands_in_the_place_the_law_sheets_cite() -> None:
    """The sheets located 款 and 项 with a program of their own: both must agree."""
    texts = {(key(t.title), str(t.promulgated)): t for t in map(load, shared("statutes").glob("*.md"))}
    checked, missed = 0, []
    for sheet in ("enforcement", "disputes", "governance"):
        for fact in json.loads(shared("law", f"{sheet}.json").read_text("utf-8")):
            if text := _text_of(fact, texts):
                checked += 1
                if not _stands(fact, text):
                    missed.append((fact["id"], fact["article"], fact["quote"]))
    assert checked > 1000
    assert missed == []


def _text_of(fact: dict[str, str], texts: dict[tuple[str, str], StatuteText]) -> StatuteText | None:
    day = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fact["version"] or "")
    article = re.fullmatch(r"(第[^条]+条)(第[^款]+款)?(第[^项]+项)?", fact["article"] or "")
    known = texts.get((key(fact["law"]), day[0])) if day and article and fact["verified"] else None
    return known if fact.get("quote") else None


def _stands(fact: dict[str, str], text: StatuteText) -> bool:
    (place,) = parse(f"《{text.title}》{fact['article']}").places
    article = text.articles[place.article.number - 1]
    return all(piece in _plain(article.part(place)) for piece in _pieces(fact["quote"]))


def _pieces(quote: str) -> list[str]:
    return [_plain(piece) for piece in re.split(r"…+|\.\.\.", quote) if piece.strip()]


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)
