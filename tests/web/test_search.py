"""The search page: one box in every head, results by kind, and nothing that the reader may not see."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.search.actions import update_all
from fazhi.search.models import Stale
from tests.search.conftest import indexed  # noqa: F401
from tests.web.conftest import logged_in
from tests.web.page import text

OPEN, SECRET = "紫藤路修缮批复公开", "紫藤路线索公开"


def shown(client: Client, query: str) -> str:
    response = client.get(f"/search?{query}")
    assert response.status_code == 200
    return text(response)


def opened(client: Client, query: str) -> int:
    """How many hits there are; each one's page opens."""
    content = client.get(f"/search?{query}").content.decode()
    links = [part.split('"')[0] for part in content.split('class="row-link" href="')[1:]]
    pages = [client.get(link.replace("&amp;", "&")) for link in links]
    assert [page.status_code for page in pages] == [200] * len(links)
    return len(links)


@pytest.mark.usefixtures("indexed")
def test_an_official_finds_every_kind_in_one_place() -> None:
    page = shown(logged_in("clerk"), "q=紫藤")
    assert all(words in page for words in ("试验区紫藤保护办法", OPEN, "紫藤砍伐许可"))
    assert SECRET not in page


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("login", ["", "nobody"])
def test_a_stranger_finds_what_is_published_and_no_word_of_a_case(
    login: str, django_user_model: type
) -> None:
    client = Client()
    if login:
        client.force_login(django_user_model.objects.create_user(login))
    for query in ("q=紫藤", "q=紫藤&kind=case", "q=紫藤&kind=measure", "q=案卷"):
        page = shown(client, query)
        assert not [words for words in (OPEN, SECRET, "执法监督") if words in page]
    page = shown(client, "q=紫藤")
    assert "试验区紫藤保护办法" in page
    assert "紫藤砍伐许可" in page
    assert "举措和任务" not in page


@pytest.mark.usefixtures("indexed")
def test_every_hit_leads_to_a_page_that_opens() -> None:
    for query in ("q=紫藤&kind=case", "q=紫藤&kind=register", "q=案卷&kind=measure", "q=纲要&kind=outline"):
        assert opened(logged_in("receiver"), query) >= 1
    assert opened(Client(), "q=紫藤&kind=register") == 1


@pytest.mark.usefixtures("library")
def test_statutes_and_articles_open_too() -> None:
    update_all()
    assert opened(Client(), "q=便民") >= 1
    assert opened(Client(), "q=电话") >= 1


@pytest.mark.usefixtures("indexed")
def test_the_words_are_marked_where_they_stand() -> None:
    content = logged_in("clerk").get("/search?q=紫藤 修缮").content.decode()
    assert '<mark class="m-quantity">紫藤</mark>路<mark class="m-quantity">修缮</mark>批复公开' in content


@pytest.mark.usefixtures("indexed")
def test_filters_and_one_kind_page_by_page() -> None:
    page = shown(logged_in("clerk"), "q=紫藤&kind=case&year=2026")
    assert OPEN in page
    assert "紫藤砍伐许可" not in page
    assert "没有找到" in shown(logged_in("clerk"), "q=紫藤&kind=case&year=1999")


@pytest.mark.usefixtures("library")
def test_articles_of_the_law_are_found_too() -> None:
    assert "示例区便民服务办法" in shown(Client(), "q=电话")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("asked", ["示例区便民服务办法第二条", "《示例区便民服务办法》第2条第一款"])
def test_a_citation_leads_to_its_article(asked: str) -> None:
    for page in ("search", "statutes"):
        shown_ = Client().get(f"/{page}", {"q": asked})
        words = text(shown_)
        assert "所引条文" in words
        assert "《示例区便民服务办法》第二条" in words
        assert "&amp;article=2#a2" in shown_.content.decode()


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("asked", ["“电话”", "《示例区便民服务办法》", "电话。", '"电话"，'])
def test_marks_around_words_are_not_looked_for(asked: str) -> None:
    update_all()
    assert "示例区便民服务办法" in text(Client().get("/search", {"q": asked}))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("q=", "search.E001"), ("q=，。", "search.E001"), ("q=%00", "search.E001"),
        (f"q={'长' * 81}", "search.E002"), ("q=法&kind=x", "search.E003"), ("q=法&organ=x", "search.E004"),
        ("q=法&year=今年", "search.E005"),
    ],
)  # fmt: skip
def test_a_bad_question_is_answered_with_its_code(query: str, code: str) -> None:
    response = Client().get(f"/search?{query}")
    assert response.status_code == 400
    assert code in response.content.decode()


@pytest.mark.django_db
def test_without_a_question_the_page_says_how_to_ask() -> None:
    assert "输入一个或者几个词" in text(Client().get("/search"))
    assert "没有找到" in shown(Client(), "q=无此事")


@pytest.mark.usefixtures("indexed")
def test_a_traditional_reader_asks_in_his_own_characters() -> None:
    assert "紫藤砍伐" in shown(Client(), "q=砍伐許可")


@pytest.mark.usefixtures("indexed")
def test_an_index_far_behind_says_so() -> None:
    assert "可能不全" not in shown(Client(), "q=紫藤")
    Stale.objects.create(kind="case", key=1, at=timezone.now() - timedelta(minutes=3))
    assert "可能不全" in shown(Client(), "q=紫藤")


@pytest.mark.usefixtures("indexed")
def test_the_box_is_in_the_head_of_desk_and_portal() -> None:
    for client, path in ((logged_in("clerk"), "/"), (Client(), "/portal"), (Client(), "/calculator")):
        assert 'action="/search"' in client.get(path).content.decode()
