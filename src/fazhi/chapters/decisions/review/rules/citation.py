"""Citations of statutes that are no longer in force, not yet, or have no such article."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fazhi import numeral
from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.fault import Fault
from fazhi.law import citation
from fazhi.law.citation import Citation
from fazhi.law.resolution import Resolved
from fazhi.law.title import key
from fazhi.outline.reading import Span

Resolver = Callable[[Citation, date], Sequence[Resolved] | None]
"""Resolves a citation on a day, or raises the ``Fault`` citation.E002 … E008 that says why it cannot."""

LEGALITY = "地方各级人民代表大会和地方各级人民政府组织法第七十五条"
REPEALED = Rule(
    "review.R40",
    "引用已失效的法律文件",
    Severity.MUST_FIX,
    LEGALITY,
    "引用的法律文件在该日已不施行",
    "改引现行有效的文件和条款",
)
ABSENT = Rule(
    "review.R41", "引用不存在的条款", Severity.MUST_FIX, LEGALITY, "所引条款不存在", "核对现行文本的条款号"
)
FUTURE = Rule(
    "review.R42",
    "引用尚未施行的法律文件",
    Severity.CHECK,
    LEGALITY,
    "引用的法律文件在该日尚未施行",
    "改引该日施行的版本，或者推迟施行日期",
)
MISNAMED = Rule(
    "review.R43",
    "引用的名称有误",
    Severity.CHECK,
    LEGALITY,
    "没有这一名称的法律文件，与已知名称只差一字",
    "核对法律文件的全称",
)
RULES = {
    "citation.E003": FUTURE,
    "citation.E004": REPEALED,
    "citation.E005": ABSENT,
    "citation.E006": ABSENT,
}
N = numeral.PATTERN
PART = rf"(?:第(?:{N})款)?(?:第[（(]?(?:{N})[）)]?项)?"
PLACE = rf"第(?:{N})条(?:之(?:{N}))?{PART}"
MORE = rf"(?:、|和|及|以及|至|与)(?:{PLACE}|第(?:{N})款(?:第[（(]?(?:{N})[）)]?项)?|第[（(]?(?:{N})[）)]?项)"
PLACES = rf"{PLACE}(?:{MORE})*"
TITLED = re.compile(
    rf"(?P<title>《(?:[^《》〈〉\n]|〈[^〈〉\n]{0, 60}〉|《[^《》\n]{0, 60}》){{2,60}}》)"
    rf"(?:[（(](?:以下)?简称[：:“《]*(?P<alias>[^”》）)]{{2,20}})[”》]*[）)])?(?P<places>{PLACES})?"
)
BARE = re.compile(
    rf"(?:依照|依据|根据|按照|违反|适用|符合)(?P<title>(?!本|该|此|上述|前)[一-鿿]{{2,20}}?(?:法|条例))(?P<places>{PLACES})"
)
PAST = re.compile(r"同时废止|予以废止|即行废止|停止执行|自行失效|原《|废止《|宣布失效|不再执行")
LAWFUL = re.compile(r"(?:法|条例|办法|规定|细则|规则|解释|决定)(?:[（(]|$)")


@dataclass(frozen=True)
class Cited:
    """A statute named in the text, with the places cited in it one by one, each at its span."""

    span: Span
    title: str
    places: str = ""


def cited(document: Document) -> Iterator[Cited]:
    """The statutes a document cites, under their full title where it abbreviates them."""
    aliases: dict[str, str] = {}
    for found in sorted(
        [*TITLED.finditer(document.text), *BARE.finditer(document.text)], key=lambda m: m.start()
    ):
        title = found["title"].strip("《》")
        if alias := found.groupdict().get("alias"):
            aliases[alias] = title
        yield Cited((found.start("title"), found.end()), aliases.get(title, title), found["places"] or "")


def find(document: Document, resolve: Resolver, day: date) -> Iterator[Finding]:
    """Citations that do not hold on a day; a statute nobody knows here is no finding but a question."""
    for each in cited(document):
        past = PAST.search(document.text[slice(*document.sentence(each.span))])
        if not past and (rule := _broken(each, resolve, day)):
            yield phrase.finding(document, rule, each.span)


def unknown(document: Document, resolve: Resolver, day: date) -> list[str]:
    """Titles of laws and regulations cited that cannot be checked here, each once."""
    named = (c.title for c in cited(document) if key(c.title) != key(document.title))
    titles = dict.fromkeys(title for title in named if LAWFUL.search(title))
    return [
        t
        for t in titles
        if (fault := _fault(Cited((0, 0), t), resolve, day)) and fault.code == "citation.E002"
    ]


def doubtful(document: Document, resolve: Resolver, day: date) -> list[str]:
    """Titles cited of which no source says that they had begun by the day (citation.E009), each once."""
    titles = dict.fromkeys(each.title for each in cited(document))
    return [title for title in titles if _doubt(title, resolve, day)]


def _doubt(title: str, resolve: Resolver, day: date) -> bool:
    try:
        found = resolve(citation.parse(f"《{title}》"), day)
    except Fault:
        return False
    return any(each.doubt for each in found or ())


def _broken(each: Cited, resolve: Resolver, day: date) -> Rule | None:
    fault = _fault(each, resolve, day)
    if fault is None:
        return None
    if fault.code == "citation.E002":
        return MISNAMED.milder(f"{fault.wrong}；{fault.remedy}") if _slip(each.title, fault.remedy) else None
    rule = RULES.get(fault.code)
    return rule.milder(fault.wrong, rule.severity) if rule else None


def _fault(each: Cited, resolve: Resolver, day: date) -> Fault | None:
    try:
        resolve(citation.parse(f"《{each.title}》{each.places}"), day)
    except Fault as fault:
        return fault
    return None


def _slip(title: str, proposal: str) -> bool:
    """Whether a law's name differs by one character only from a known one of the same length."""
    given = key(title)
    known = (key(name) for name in re.findall(r"《([^》]+)》", proposal))
    return len(given) > 4 and any(
        len(name) == len(given) and sum(a != b for a, b in zip(name, given, strict=True)) == 1
        for name in known
    )
