"""How much and how often: 100%, 不少于60学时, 每年至少两次, 任期内至少一次."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNIT = (
    "个?百分点|个工作日|工作日|平方公里|平方米|人次|学时|课时|小时|公里|公顷|公斤|千瓦时|千瓦|"
    "[%％‰次期轮场批个项家件人名户篇份条部所座处亩米吨元斤分倍套台辆张间种类支册宗起例天]"
)
BOUND = "不得?少于|不得?低于|不得?超过|不得?高于|不多于|至少|最多|超过"
AFTER = "以上|以内|之内|以下|左右|内(?![部容外设])"
DIGITS = r"[0-9０-９]{1,20}(?:[,.，．][0-9０-９]{1,20}){0,6}"
CHINESE = "[一二两三四五六七八九十百千]{1,20}"
ARABIC_AMOUNT = re.compile(
    rf"(?:(?P<bound>{BOUND})[一-鿿]{{0,4}}?)?(?<![0-9０-９.第—-])"
    rf"(?P<number>{DIGITS})\s*(?P<scale>[万亿千百]?)(?P<unit>{UNIT})(?P<after>{AFTER})?"
)
CHINESE_AMOUNT = re.compile(
    rf"(?:(?P<bound>{BOUND})[一-鿿]{{0,4}}?)?(?<!第)"
    rf"(?P<number>{CHINESE})(?P<scale>[万亿]?)(?!分之)(?P<unit>{UNIT})(?P<after>{AFTER})?"
)
PERCENT = re.compile(rf"(?:{BOUND})?百分之{CHINESE}(?:点{CHINESE})?(?:{AFTER})?")
PERIOD = re.compile(
    rf"(?P<who>每人)?每(?:隔)?(?:{CHINESE}|[0-9]+)?个?(?:半年|年度?|季度?|月|周|日)|任期内|届期内|"
    r"逐年|按季度|按月|(?<![规法固])定期(?!限)|年均"
)
OCCASION = ("次", "期", "轮", "场", "批")
DIGIT = re.compile("[0-9０-９]")
BOUNDED = re.compile(f"{BOUND}|{AFTER}|每|届?期内")


@dataclass(frozen=True)
class Amount:
    """A quantity as written, without the verb inside it (至少组织两次 is 至少两次), and its place."""

    text: str
    unit: str
    start: int
    end: int

    @property
    def counts(self) -> bool:
        """Whether it counts occasions, so that it belongs to a frequency."""
        return self.unit in OCCASION


@dataclass(frozen=True)
class Frequency:
    """How often, with the number of times where the text gives one, and its place."""

    text: str
    start: int
    end: int
    period_end: int
    """Where the word for the period ends: 每年 of 每年至少组织两次."""
    each_person: bool = False


def amounts(text: str) -> list[Amount]:
    """The quantities in a text; Chinese numerals only with a bound or beside a period (not 一次告知).

    >>> [(a.text, a.unit) for a in amounts("每年接受不少于60学时的培训，出庭率保持100%")]
    [('不少于60学时', '学时'), ('100%', '%')]
    >>> [a.text for a in amounts("每年至少组织两次检查")], amounts("强化一次告知制度")
    (['至少两次'], [])
    """
    found = [_amount(m) for m in ARABIC_AMOUNT.finditer(text)] if DIGIT.search(text) else []
    found += [Amount(m[0], "%", m.start(), m.end()) for m in PERCENT.finditer(text)]
    if BOUNDED.search(text):
        found += _in_chinese(text)
    return sorted(found, key=lambda a: a.start)


def _in_chinese(text: str) -> Iterator[Amount]:
    period = PERIOD.search(text)
    for match in CHINESE_AMOUNT.finditer(text):
        beside = period is not None and period.end() <= match.start() and match["unit"] in OCCASION
        if match["bound"] or match["after"] or beside:
            yield _amount(match)


def _amount(match: re.Match[str]) -> Amount:
    words = match["bound"] or "", match["number"], match["scale"], match["unit"], match["after"] or ""
    start = match.start("bound") if match["bound"] else match.start("number")
    return Amount("".join(words), match["unit"], start, match.end())


def frequency(text: str, counted: list[Amount]) -> Frequency | None:
    """How often a text says something is done; ``counted`` are the amounts found in it.

    >>> frequency("区政府每年至少举办一期培训班", amounts("区政府每年至少举办一期培训班")).text
    '每年至少一期'
    >>> frequency("定期通报", []).text, frequency("通报", [])
    ('定期', None)
    """
    period = PERIOD.search(text)
    if period is None:
        return None
    word = period[0].removeprefix("每人")
    times = next((a for a in counted if a.counts and a.start >= period.end()), None)
    if times is None:
        return Frequency(word, period.start(), period.end(), period.end(), bool(period["who"]))
    return Frequency(word + times.text, period.start(), times.end, period.end(), bool(period["who"]))
