"""繁體 for every page: what is read is converted, what is entered, addressed or executed is not."""

import re
from collections.abc import Iterator

import pytest
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from fazhi.web.traditional import TraditionalMiddleware, traditional
from tests.web.page import text

WORDS = [
    ("皇后以后，后果自负", "皇后以後，後果自負"),
    ("发展理发头发，发布发票", "發展理髮頭髮，發佈發票"),
    ("里面公里邻里，千里里程碑", "裡面公里鄰里，千里里程碑"),
    ("干部干涉干净树干，若干干预", "幹部干涉乾淨樹幹，若干干預"),
    ("征收征求", "徵收徵求"),
    ("制定法制，复制", "制定法制，複製"),
    ("行政复议，恢复，回复", "行政複議，恢復，回覆"),
    ("一只，只有", "一隻，只有"),
    ("关系联系系统", "關係聯繫系統"),
    ("手表表格", "手錶表格"),
    ("准予标准批准", "准予標準批准"),
    ("范围规范", "範圍規範"),
    ("日历历史", "日曆歷史"),
    ("面条方面", "麵條方面"),
    ("钟表冲突", "鐘錶衝突"),
    ("签发签字", "簽發簽字"),
]
SPOKEN = ("title", "alt", "placeholder", "aria-label", "data-label", "data-say-all")
CASES = [
    ("<p>后面</p>", "<p>後面</p>"),
    *((f"<p {name}='后面'>", f"<p {name}='後面'>") for name in SPOKEN),
    (
        '<optgroup label="后面"><option value="后面">后面</option></optgroup>',
        '<optgroup label="後面"><option value="后面">後面</option></optgroup>',
    ),
    ("<p data-x='a=\"1\" title=\"后面\"' title='后面'>", "<p data-x='a=\"1\" title=\"后面\"' title='後面'>"),
    ('<p title="a > b 后面">后面</p>', '<p title="a > b 後面">後面</p>'),
    ('<textarea placeholder="后面">后面</textarea>后面', '<textarea placeholder="後面">后面</textarea>後面'),
]
KEPT = [
    '<input value="后面">',
    '<button value="后面">x</button>',
    '<a href="/后面?后=面">x</a>',
    "<!-- 后面 -->",
    '<script>say("后面 < 里面")</script>',
    "<style>a::after{content:'后面'}</style>",
    "<textarea>\n后面</textarea>",
    "<code>后面</code>",
    '<b translate="no">后面</b>',
    "<pre>后面 <b>里面</b></pre>",
    "<option>后面</option>",
    '<p id="后面" name="后面" class="后面">',
    "<textarea>后面 没有结尾",
    "a < b",
    "",
    "\x1f",
]


@pytest.mark.parametrize(("plain", "expected"), WORDS)
def test_a_word_takes_the_character_of_its_meaning(plain: str, expected: str) -> None:
    assert traditional(plain) == expected


@pytest.mark.parametrize(("plain", "expected"), CASES)
def test_what_is_read_is_converted(plain: str, expected: str) -> None:
    assert traditional(plain) == expected


@pytest.mark.parametrize("page", KEPT)
def test_what_is_entered_addressed_or_executed_is_left_alone(page: str) -> None:
    assert traditional(page) == page


@given(st.text(alphabet="后面里<>\"'= a/!-\x1f&;textarea"))
def test_nothing_of_a_page_is_lost_however_broken_it_is(page: str) -> None:
    back = str.maketrans("後裡", "后里")
    assert traditional(page).translate(back) == page


@given(st.text(st.characters(blacklist_characters='"&<>\r\x00', blacklist_categories=["Cs", "Cc"])))
def test_no_value_is_ever_changed(value: str) -> None:
    page = traditional(f'<p>后</p><input value="{value}"><textarea>{value}</textarea>')
    assert page == f'<p>後</p><input value="{value}"><textarea>{value}</textarea>'


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.cookies["language"] = "zh-hant"
    return client


@pytest.mark.django_db
def test_a_page_says_its_language_and_its_length(reader: Client) -> None:
    response = reader.get("/portal")
    assert '<html lang="zh-Hant"' in response.content.decode()
    assert response["Content-Language"] == "zh-Hant"
    assert int(response["Content-Length"]) == len(response.content)
    assert "今天來辦什麼事" in text(response)
    assert ">简体</button>" in response.content.decode()


@pytest.mark.parametrize("address", ["/nowhere", "/calculator?from=x&count=0", "/statutes/没有的法"])
def test_refusals_are_converted_too(address: str, reader: Client, db: None) -> None:
    page = reader.get(address).content.decode()
    assert not re.search("[这们请编号没]", text(reader.get(address)).replace("没有的法", "")), page


def test_the_desk_is_converted_and_an_answer_is_stored_as_typed(clerk: Client, occurrence: object) -> None:
    clerk.cookies["language"] = "zh-hant"
    words = "以后里面发展，後面裡"
    address = f"/duties/{occurrence.pk}"  # type: ignore[attr-defined]
    clerk.post(f"{address}/answer", {"text": words, "url": "https://example.org/a", "expected": 0})
    occurrence.refresh_from_db()  # type: ignore[attr-defined]
    assert occurrence.steps.get(kind="answer").text == words  # type: ignore[attr-defined]
    assert "任務臺賬" in clerk.get(address).content.decode()


def test_what_was_typed_stands_in_its_field_again(reader: Client, db: None) -> None:
    page = html.fromstring(reader.get("/calculator?find=发展复议&narrow=1").content.decode())
    assert page.xpath("//input[@name='find']/@value") == ["发展复议"]


@pytest.mark.parametrize("words", ["电话", "電話"])
def test_a_search_in_either_script_finds(words: str, reader: Client, library: None) -> None:
    assert "條文 2 條" in text(reader.get(f"/statutes?q={words}"))


def test_a_rule_is_found_by_traditional_words(reader: Client, db: None) -> None:
    assert "找到 1 條規則" in text(reader.get("/calculator?find=行政複議法 補正 10個工作日&narrow=1"))


def stream() -> Iterator[bytes]:
    yield "后面".encode()


@pytest.mark.parametrize(
    "response",
    [
        JsonResponse({"a": "后面"}, json_dumps_params={"ensure_ascii": False}),
        HttpResponse("后面", content_type="text/plain"),
        StreamingHttpResponse(stream(), content_type="text/html"),
        FileResponse(stream(), content_type="text/html"),
    ],
)
def test_data_files_and_streams_pass_untouched(response: HttpResponseBase) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["language"] = "zh-hant"
    passed = TraditionalMiddleware(lambda _request: response)(request)
    assert "后面" in b"".join(passed).decode()  # type: ignore[call-overload]


def test_without_the_choice_nothing_is_converted(db: None) -> None:
    request = HttpRequest()
    passed = TraditionalMiddleware(lambda _request: HttpResponse("<p>后面</p>"))(request)
    assert passed.content == "<p>后面</p>".encode()  # type: ignore[attr-defined]
