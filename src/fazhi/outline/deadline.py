"""The last day that a date allows: 2022年年底前 is 2022-12-31, 6月底前 needs the document's year."""

import re
from calendar import IllegalMonthError, monthrange
from dataclasses import dataclass
from datetime import date

from fazhi import numeral

NUMBER = r"[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
YEAR = r"(?P<year>[12][0-9]{3}|[12][０-９]{3}|[一二][〇○零一二三四五六七八九]{3})\s*年"
RANGE = r"(?:[12][0-9]{3}\s*年?\s*[-—–－~～至]+\s*)?"
MONTH = rf"(?P<month>{NUMBER})\s*月份?"
DAY = rf"(?P<day>{NUMBER})\s*[日号]"
TENTH = r"(?P<tenth>[上中下]旬)"
HALF = r"(?P<half>[上下]半年)"
QUARTER = r"第?(?P<quarter>[一二三四1-4])\s*季度"
WITHIN = rf"(?:{MONTH}(?:{DAY}|{TENTH})?|{HALF}|{QUARTER})"
END = r"(?P<end>年?[底末]|年内)"
LIMIT = r"(?P<limit>之前|以前|前|内)"
PATTERN = re.compile(
    r"(?=[0-9０-９〇一二三四五六七八九十今本当到至截力上下第年])"
    rf"(?P<to>到|至|截至|力争)?(?:{RANGE}{YEAR}|(?P<this>今年|本年度?|当年|年(?=[底末])))?"
    rf"(?P<du>度)?\s*(?:{WITHIN})?\s*{END}?{LIMIT}?"
)
QUICK = re.compile(r"[0-9０-９〇一二三四五六七八九十](?:\s*)[年月季]|[年月][底末内]|半年|季度")
DOTTED = re.compile(
    r"(?P<year>20[0-9]{2})[./-](?P<month>[0-9]{1,2})(?:[./-](?P<day>[0-9]{1,2}))?(?:日?之?前|日)?"
)
"""How a table's column writes a day: 2025.12.31."""
EVERY_YEAR = re.compile(r"每年度?的?\s*$")
STANDING = re.compile(
    r"长期坚持|持续推进|长期(?:推进|落实)?|持续(?:实施|落实)?|常态化(?:推进|开展)?|全年(?:推进)?"
)


@dataclass(frozen=True)
class Deadline:
    """A date found in a text: its place, and its last day or why there is none."""

    start: int
    end: int
    day: date | None
    doubt: str = ""


def find(text: str, year: int | None = None, *, plain: bool = False) -> list[Deadline]:
    """The deadlines in a text; ``year`` completes dates without one, ``plain`` reads bare dates too.

    >>> [d.day.isoformat() for d in find("2022年年底前形成体制，2025年6月底前完成", None)]
    ['2022-12-31', '2025-06-30']
    >>> find("2022年9月印发")
    []
    >>> find("2025年前完成")[0].doubt
    '“2025年前”可指该年之前，也可指该年年底前'
    """
    if plain and (written := DOTTED.fullmatch(text.strip())):
        return [_dotted(written)]
    if not QUICK.search(text):
        return []
    return [d for m in PATTERN.finditer(text) if (d := _deadline(m, year, plain))]


def _dotted(match: re.Match[str]) -> Deadline:
    year, month, day = int(match["year"]), int(match["month"]), match["day"]
    try:
        last = date(year, month, int(day) if day else monthrange(year, month)[1])
    except (ValueError, IllegalMonthError):
        return Deadline(match.start(), match.end(), None, "没有这一天")
    return Deadline(match.start(), match.end(), last)


def _deadline(match: re.Match[str], year: int | None, plain: bool) -> Deadline | None:
    inside = match["month"] or match["half"] or match["quarter"]
    if not (match["year"] or match["this"] or inside):
        return None
    marked = match["end"] or match["limit"] or match["to"] or match["half"] or match["quarter"]
    if not (marked or plain):
        return None
    return _dated(match, year, bool(inside))


def _dated(match: re.Match[str], year: int | None, inside: bool) -> Deadline:
    place = match.start(), match.end()
    if EVERY_YEAR.search(match.string[max(match.start() - 6, 0) : match.start()]):
        return Deadline(*place, None, "每年的期限，不是一个日期")
    if match["year"] and match["limit"] in ("前", "之前", "以前") and not (inside or match["end"]):
        written = f"{match['year']}年{match['limit']}"
        return Deadline(*place, None, f"“{written}”可指该年之前，也可指该年年底前")
    known = numeral.parse(match["year"]) if match["year"] else year
    if known is None:
        return Deadline(*place, None, "日期没有写明年份")
    try:
        return Deadline(*place, _last_day(match, known))
    except ValueError:
        return Deadline(*place, None, "没有这一天")


def _last_day(match: re.Match[str], year: int) -> date:
    if match["month"]:
        return _last_of_month(match, year, numeral.parse(match["month"]))
    if match["half"]:
        return date(year, 6, 30) if match["half"][0] == "上" else date(year, 12, 31)
    if match["quarter"]:
        month = numeral.parse(match["quarter"]) * 3
        return date(year, month, monthrange(year, month)[1])
    return date(year, 12, 31)


def _last_of_month(match: re.Match[str], year: int, month: int) -> date:
    if match["day"]:
        return date(year, month, numeral.parse(match["day"]))
    if not 1 <= month <= 12:
        raise ValueError(month)
    last = monthrange(year, month)[1]
    return date(year, month, {"上": 10, "中": 20}.get((match["tenth"] or "下")[0], last))
