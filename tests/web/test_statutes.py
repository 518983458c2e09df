"""Anybody may browse and search the library, read a statute on any day, compare two editions."""

from pathlib import Path

import pytest
from django.test import Client

from tests.statutes.conftest import run_import
from tests.web.page import links, text

NAME = "/statutes/示例区便民服务办法"


@pytest.mark.django_db
def test_an_empty_library_tells_the_operator_what_to_do() -> None:
    assert "fazhi law import" in text(Client().get("/statutes"))


def _amended(folder: Path) -> None:
    """A regulation whose amended text does not say from when it is in force, as most amended texts do not."""
    head = "# 示例区修订办法\n2015年1月1日公布 2020年5月1日修正\n"
    words = head + "第一条 为了示例。\n第二条 本办法自2015年2月1日起施行。"
    (folder / "示例区修订办法(2020-05-01).md").write_text(words, "utf-8")
    run_import(folder)


@pytest.mark.django_db
def test_an_edition_without_a_stated_first_day_is_never_called_in_force(tmp_path: Path) -> None:
    _amended(tmp_path)
    assert "示例区修订办法施行日期未注明" in text(Client().get("/statutes"))
    assert "法规 0 件" in text(Client().get("/statutes?state=in-force"))
    assert "法规 0 件" in text(Client().get("/statutes?state=not"))
    assert "法规 1 件" in text(Client().get("/statutes?state=unstated"))
    assert "施行日期未注明" in text(Client().get("/statutes?q=示例"))
    page = text(Client().get("/statutes/示例区修订办法?on=2020-06-01"))
    assert "citation.E009" in page
    assert "为了示例" in page


@pytest.mark.usefixtures("library")
class TestLibrary:
    def test_statutes_are_listed_with_their_standing(self) -> None:
        page = text(Client().get("/statutes"))
        assert "法规 2 件" in page
        assert "示例区便民服务办法现行有效 最新版本 2023-05-06 共 2 个版本" in page

    def test_what_is_not_in_force_can_be_asked_for(self) -> None:
        assert "法规 0 件" in text(Client().get("/statutes?state=not"))
        assert "法规 2 件" in text(Client().get("/statutes?state=in-force"))

    def test_words_are_found_in_articles_and_highlighted(self) -> None:
        response = Client().get("/statutes?q=电话 预约")
        assert '<mark class="m-quantity">电话</mark>' in response.content.decode()
        assert any("article=4#a4" in link for link in links(response))

    def test_an_earlier_edition_is_found_but_marked(self) -> None:
        assert "非现行版本 2020-01-10" in text(Client().get("/statutes?q=收取费用"))
        assert "条文 0 条" in text(Client().get("/statutes?q=收取费用&state=in-force"))

    @pytest.mark.parametrize("words", ["，", "\0", "无此一词", "%'\""])
    def test_any_words_are_answered(self, words: str) -> None:
        assert Client().get("/statutes", {"q": words}).status_code == 200

    def test_a_statute_reads_as_it_read_on_the_day(self) -> None:
        assert "三个工作日内答复" in text(Client().get(NAME))
        assert "三个工作日内答复" not in text(Client().get(f"{NAME}?on=2021-01-01"))

    def test_before_its_first_day_the_reason_stands_above_the_text(self) -> None:
        page = text(Client().get(f"{NAME}?on=2019-01-01"))
        assert "citation.E003" in page
        assert "以下是 2020-01-10 版本的文本" in page

    def test_articles_have_anchors_and_headings(self) -> None:
        page = Client().get(NAME).content.decode()
        assert 'id="a3"' in page
        assert "第一章 总则" in page

    @pytest.mark.parametrize("on", ["2021", "x", "2021-02-30"])
    def test_a_day_that_is_none_is_refused(self, on: str) -> None:
        response = Client().get(f"{NAME}?on={on}")
        assert response.status_code == 400
        assert "law.E105" in response.content.decode()

    def test_an_instant_counts_as_its_day(self) -> None:
        assert Client().get(f"{NAME}?on=2021-01-01T08:00").status_code == 200

    def test_an_unknown_statute_is_not_found_in_the_public_frame(self) -> None:
        response = Client().get("/statutes/没有的法")
        assert response.status_code == 404
        page = response.content.decode()
        assert "citation.E002" in page
        assert "责任矩阵" not in page

    def test_a_statute_known_without_text_shows_its_editions(self) -> None:
        page = text(Client().get("/statutes/数据安全法"))
        assert "没有导入这部法规的文本" in page
        assert "2021-09-01 起施行" in page

    def test_an_article_lists_the_rules_that_rest_on_it(self) -> None:
        response = Client().get("/statutes/行政复议法?article=30")
        assert "依据本条的期限规则" in text(response)
        assert "/calculator?rule=recon-review-5wd" in links(response)

    def test_an_article_lists_the_tables_and_procedures_that_rest_on_it(self) -> None:
        page = text(Client().get("/statutes/行政复议法?article=53"))
        assert "依据本条的决策表 1 张决策表 行政复议可否适用简易程序 reconsideration-simple" in page
        page = text(Client().get("/statutes/行政复议法?article=23"))
        assert "依据本条的程序 2 个" in page
        assert "simple-penalty" in page

    def test_a_long_statute_opens_where_the_article_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("fazhi.web.lectern.LENGTH", 500)
        page = Client().get("/statutes/行政复议法?article=88").content.decode()
        assert 'id="a88"' in page
        assert 'id="a1"' not in page

    def test_two_editions_are_compared_article_by_article(self) -> None:
        page = Client().get(f"{NAME}/compare").content.decode()
        assert "<ins>" in page
        assert "<del>" in page
        assert "从 2020-01-10 版本到 2023-05-06 版本" in page

    def test_editions_are_compared_in_the_order_asked_for(self) -> None:
        page = text(Client().get(f"{NAME}/compare?old=2023-05-06&new=2020-01-10"))
        assert "从 2023-05-06 版本到 2020-01-10 版本" in page

    @pytest.mark.parametrize(
        ("address", "code"),
        [
            (f"{NAME}/compare?old=1999-01-01", "statute.E012"),
            ("/statutes/行政复议法/compare", "statute.E011"),
        ],
    )
    def test_what_cannot_be_compared_says_why(self, address: str, code: str) -> None:
        response = Client().get(address)
        assert response.status_code == 400
        assert code in response.content.decode()
