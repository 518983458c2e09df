"""In force from when, until when, for what has happened before, and issued by whom."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi import numeral
from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.clause import TAILS
from fazhi.chapters.decisions.review.document import OWN, Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.phrase import Phrase, words
from fazhi.chapters.decisions.review.rules.citation import LEGALITY
from fazhi.law import enactment
from fazhi.outline.reading import Span

START = Rule(
    "review.R50",
    "没有施行日期",
    Severity.CHECK,
    LEGALITY,
    "没有写明施行日期，公众无从知道自何时起遵守",
    "在末条写明“自某年某月某日起施行”",
)
END = Rule(
    "review.R51",
    "没有有效期",
    Severity.NOTE,
    "天津市行政规范性文件管理规定",
    "没有写明有效期；该规定关于有效期的条文未经核实，长短须由司法局确认",
    "写明有效期或者失效日期",
)
RETROACTIVE = Rule(
    "review.R52",
    "溯及既往",
    Severity.CHECK,
    "民营经济促进法第四十五条第二款、立法法第一百零四条",
    "适用于施行之前的行为；除为更好地保护权利和利益外，不溯及既往",
    "施行日期不早于公布之日；仅为给予利益的，写明理由",
)
ISSUER = Rule(
    "review.R53",
    "核对制定主体",
    Severity.CHECK,
    "天津市人民代表大会常务委员会和区人民代表大会常务委员会规范性文件备案审查条例第四十七条第二款",
    "制定主体清单以外的机关和组织不得制定规范性文件",
    "核对制定主体清单；不在清单的，由有权机关制定",
)
CONSULTED = Rule(
    "review.R57",
    "征求意见期限过短",
    Severity.CHECK,
    "优化营商环境条例第六十二条第二款",
    "与市场主体生产经营活动密切相关的文件，公开征求意见一般不少于30日",
    "延长期限，或者确认与市场主体生产经营活动无关",
)
STARTS = re.compile(
    r"(?:自|从|于|由)[^，。；\n]{0,30}起(?:正式|开始)?(?:施行|实施|执行|生效|试行|至)|即日起|起施行"
    r"|施行日期|执行期限|开始(?:施行|实施|执行)"
    r"|(?:印发|公布|发布)后(?:施行|实施|执行)"
    r"|年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日(?:施行|实施|执行|生效)"
)
ENDS = re.compile(
    r"有效期|有效期限|有效时间|有效至|试行期|试行[一二两三四五0-9]+年|执行期|政策期限|实施期|施行期|截止"
    r"|截至|失效|期限为|期满|自[^。\n]{4,24}起至|至[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日止|止。"
)
BACK = Phrase(
    RETROACTIVE,
    words(
        rf"追溯(?:至|到|适用|执行)~14+|溯及(?:至|到)~12+|本{OWN}(?:正式)?(?:施行|实施|印发|发布|公布"
        rf"|出台)(?:之)?前~30[，,]?(?:也|亦|均|一律)?(?:适用|按照?|依照|参照|执行)本{OWN}"
    ),
    re.compile("不溯及|原规定|不适用|责任追溯|溯源"),
)
FROM = re.compile(
    rf"本[^，。；\n]{{1,12}}(?:自|从)(?P<day>{enactment.DAY.pattern})起(?:正式)?(?:施行|实施|执行|生效)"
)
REGULATING = re.compile(r"办法|规定|细则|规则|规程|条例|制度")
"""A notice or an opinion applies from the day it is issued without saying so."""
INNER = re.compile(r"领导小组|指挥部|专班|工作组|协调组|联席会议|协会|商会|公司|(?:科|股|处|(?<!办公)室)$")
PERIOD = re.compile(
    r"征求意见的?(?:期限|时间|期间)[^。；\n]{0,8}?(?:为|不少于|至少|不低于|共"
    r"|：)(?P<count>[0-9一二三四五六七八九十]{1,3})(?:个)?(?P<work>工作)?(?:日|天)"
)
AMONG_OFFICES = re.compile("成员单位|相关部门|有关部门|各部门|各街道|书面征求")
MONTH = 30
WORKING_MONTH = 20


def find(document: Document) -> Iterator[Finding]:
    """What a whole document lacks, and days in it that cannot be; a passage alone lacks nothing."""
    if document.whole:
        yield from _lacking(document)
    yield from _issued(document)
    yield from phrase.find(document, [BACK])
    yield from _backdated(document)
    yield from _short(document)


def _lacking(document: Document) -> Iterator[Finding]:
    if REGULATING.search(document.title) and not STARTS.search(document.text):
        yield phrase.finding(document, START, _last(document))
    if not ENDS.search(document.text):
        yield phrase.finding(document, END, _last(document))


def _last(document: Document) -> Span:
    """The last numbered line: where a document says from when to when it applies."""
    numbered = [c for c in document.clauses if c.section is not None and c.label not in TAILS]
    return (numbered or list(document.clauses))[-1].span


def _issued(document: Document) -> Iterator[Finding]:
    named = document.heading.metadata.get("落款单位", "").strip()
    if named and INNER.search(named):
        at = document.text.rfind(named)
        if at >= 0:
            yield phrase.finding(document, ISSUER, (at, at + len(named)))


def _backdated(document: Document) -> Iterator[Finding]:
    made = _day(document.heading.metadata.get("成文日期", ""))
    for found in FROM.finditer(document.text):
        starts = enactment.day(m) if (m := enactment.DAY.search(found["day"])) else None
        if made and starts and starts < made:
            rule = RETROACTIVE.milder(f"施行日期{starts}早于成文日期{made}")
            yield phrase.finding(document, rule, found.span())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _short(document: Document) -> Iterator[Finding]:
    for found in PERIOD.finditer(document.text):
        least = WORKING_MONTH if found["work"] else MONTH
        sentence = document.text[slice(*document.sentence(found.span()))]
        if numeral.parse(found["count"]) < least and not AMONG_OFFICES.search(sentence):
            yield phrase.finding(document, CONSULTED, found.span())
