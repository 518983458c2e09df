"""English everywhere: no Chinese that does not say so, no word of the interface without its entry."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.test import Client
from django.utils import translation
from lxml import html

import fazhi
from fazhi.cases import lawbook
from fazhi.law.last_day import last_day
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.packs import indicators
from fazhi.web.english import english
from fazhi.web.phrases import worded
from tests.web.addresses import World, pages
from tests.web.catalogue import PO, WEB, asked
from tools import catalogue as tool

CHINESE = re.compile("[\u3400-\u9fff]")
SPOKEN = ("title", "alt", "placeholder", "aria-label", "label", "data-label")
PAGES = (
    "/portal", "/kiosk", "/kiosk/idle", "/login", "/calculator",
    "/calculator?from=2024-02-06&rule=recon-review-5wd",
    "/calculator?from=2026-11-24&rule=recon-apply-60d", "/calculator?from=2024-02-06&count=2&unit=year",
    "/calculator?from=x&count=0", "/calculator?from=&count=5&unit=hour", "/calculator?from=2024-02-06",
    "/calculator?find=复议&narrow=1", "/nowhere", "/statutes/没有的法",
)  # fmt: skip


def chinese(page: str) -> Iterator[tuple[str, bool]]:
    """The Chinese words that a reader sees or hears, each with whether they say that they are Chinese."""
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        inside = [element.text, *(element.get(name) for name in SPOKEN)]
        yield from ((words, _says(element)) for words in inside if words and CHINESE.search(words))
        parent = element.getparent()
        if element.tail and parent is not None and CHINESE.search(element.tail):
            yield element.tail, _says(parent)


def _says(element: html.HtmlElement) -> bool:
    tongues = (lang for each in (element, *element.iterancestors()) if (lang := each.get("lang")))
    return next(tongues, "").startswith("zh")


def unmarked(page: str) -> list[str]:
    return [words for words, says in chinese(page) if not says]


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.cookies["language"] = "en"
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_an_english_page_has_no_chinese_that_does_not_say_so(address: str, reader: Client) -> None:
    page = reader.get(address).content.decode()
    assert '<html lang="en"' in page
    assert unmarked(page) == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES[:-1])
def test_an_english_page_has_an_english_title(address: str, reader: Client) -> None:
    title = html.fromstring(reader.get(address).content.decode()).findtext(".//title")
    assert title
    assert title.endswith("· Fazhi")
    assert title.isprintable()
    assert not CHINESE.search(title)


@pytest.mark.parametrize("public", [True, False])
def test_every_page_in_english_has_only_data_in_chinese_and_says_so(
    public: bool, world: World, library: None, reader: Client, coordinator: Client
) -> None:
    coordinator.cookies["language"] = "en"
    client, faults = reader if public else coordinator, {}
    for address in pages(world, public=public):
        page = client.get(address, follow=True).content.decode()
        if "<html" in page and (found := {*unmarked(page), *_words(page)}):
            faults[address] = found
    assert faults == {}


def _words(page: str) -> Iterator[str]:
    """Marked words that the catalogue has and that therefore should be English."""
    known = _known()
    for words, _ in chinese(page):
        if words.strip() in known:
            yield words.strip()


@cache
def _known() -> set[str]:
    kept = {"简体", "繁體"}
    return {entry.msgid for entry in polib.pofile(str(PO)) if not CHINESE.search(entry.msgstr)} - kept


@pytest.mark.django_db
def test_a_wrong_log_in_is_refused_in_english(reader: Client) -> None:
    page = reader.post("/login", {"username": "x", "password": "y"}).content.decode()
    assert "Something needs to be corrected" in page
    assert unmarked(page) == []


def test_what_stays_chinese_is_marked_where_it_stands() -> None:
    with translation.override("en"):
        assert english("<td>区司法局</td>") == '<td lang="zh-CN">区司法局</td>'
        assert english("<td>满意</td><option>区司法局 2</option>") == (
            '<td>Satisfied</td><option lang="zh-CN">区司法局 2</option>'
        )
        assert english("<p>Organ: 区司法局, 满意</p>") == (
            '<p>Organ: <span lang="zh-CN">区司法局</span>, Satisfied</p>'
        )
        assert english("<svg><text>3 区</text></svg>") == (
            '<svg><text>3 <tspan lang="zh-CN">区</tspan></text></svg>'
        )
        assert english('<input value="满意" placeholder="满意"><img alt="区">') == (
            '<input value="满意" placeholder="Satisfied"><img lang="zh-CN" alt="区">'
        )
        kept = '<textarea lang="zh-CN">满意</textarea><p lang="zh"><b>满意</b><p>满意</p></p><!--满意-->'
        assert english(kept) == kept


def test_phrases_keep_their_values_and_numbers_are_no_words() -> None:
    with translation.override("en"):
        assert worded("2026年上半年") == "2026, first half"
        assert worded("报名已于2026-03-02截止，这次没有登记") == (
            "Registration closed on 2026-03-02; nothing was registered"
        )
        assert worded("行政规范性文件") == "行政规范性文件"
        assert worded("请由区司法局的承办人员办理") == "Please have an officer of 区司法局 do it"
    assert worded("2026年上半年") == "2026年上半年"


def test_the_catalogue_has_all_that_the_source_asks_for() -> None:
    known = {entry.msgid for entry in polib.pofile(str(PO)).translated_entries()}
    missing = "\n".join(f'msgid "{words}"\nmsgstr ""\n' for words in sorted(asked() - known))
    assert not missing, f"add to {PO} and run python -m tools.catalogue:\n{missing}"


def test_the_catalogue_has_the_words_of_forms_and_of_choices() -> None:
    known = {entry.msgid for entry in polib.pofile(str(PO)).translated_entries()}
    assert sorted({*_of_forms(), *_of_choices()} - known) == []


def _of_forms() -> Iterator[str]:
    for path in sorted((WEB / "forms").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_said = isinstance(node, ast.keyword) and node.arg in ("label", "help_text", "empty_label")
            words = getattr(node.value, "value", "") if is_said else ""  # type: ignore[attr-defined]
            yield from [words] if isinstance(words, str) and CHINESE.search(words) else []


def _of_choices() -> Iterator[str]:
    """The labels of every choice that a column of the database can hold."""
    for model in apps.get_models():
        for field in model._meta.get_fields() if model.__module__.startswith(fazhi.__name__) else ():
            for _, label in getattr(field, "choices", None) or ():
                yield from [str(label)] if CHINESE.search(str(label)) else []


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    assert Path(tool.PO).with_suffix(".mo").read_bytes() == tool.compiled(), "run python -m tools.catalogue"


def test_translations_keep_the_places_for_values() -> None:
    place = re.compile(r"%\(\w+\)s|\{n?\}")
    entries = polib.pofile(str(PO))
    assert [
        e.msgid for e in entries if sorted(place.findall(e.msgid)) != sorted(place.findall(e.msgstr))
    ] == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("纲要", "outline"), ("责任单位", "responsible unit"), ("期限计算", "calculator")],
)
def test_terms_are_those_of_the_glossary(chinese: str, english: str) -> None:
    entry = polib.pofile(str(PO)).find(chinese)
    assert entry
    assert english in entry.msgstr.lower()


def test_a_date_explains_itself_in_english() -> None:
    packs = lawbook.days()
    answers = [
        last_day(day, Period(number, unit), packs, backward=back)
        for day in (date(2024, 2, 6), date(2026, 9, 25))
        for unit, number in product((Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR), (1, 5))
        for back in (False, True)
    ]
    with translation.override("en"):
        said = {step: worded(step) for answer in answers for step in answer.explain()}
    cited = re.compile("《[^》]*》(?:（[^）]*）)?(?:第[^（）()]*)?")
    left = {step: words for step, words in said.items() if CHINESE.search(cited.sub("", words))}
    assert len(said) > 40
    assert left == {}


def test_definitions_of_indicators_are_english() -> None:
    with translation.override("en"):
        said = [worded(words) for one in indicators.load().values() for words in (one.title, one.says)]
    assert len(said) > 60
    assert [words for words in said if words == re.sub("[A-Za-z]", "", words)] == []
