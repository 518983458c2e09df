"""Conditions as people and DMN tools write them: ``-``, ``公民``, ``1, 3``, ``<=200``, ``(200..3000]``.

The signs are those of DMN's unary tests (S-FEEL), with or without its quotation marks and ``date("…")``.
"""

import re

from fazhi.law.table.condition import ANY, Anything, Condition, Interval, OneOf
from fazhi.law.table.kind import Kind, Value

SIGNS = '-,，"<>[]()（）{}!*/'
"""What no choice may contain, so that a cell can be read in one way only."""
COMPARISON = re.compile(r"(<=|>=|<|>)\s*(.+)")
SPAN = re.compile(r"([\[(\]])\s*(.+?)\s*\.\.\s*(.+?)\s*([\])\[])")
DATE = re.compile(r'date\("([^"]*)"\)')


def read(text: str, kind: Kind) -> Condition:
    """A condition from its text; ``ValueError`` where the signs or a value cannot be.

    >>> read("(200..3000]", Kind.INTEGER)
    Interval(low=200, high=3000, low_closed=False, high_closed=True)
    >>> read('"公民","组织"', Kind.CHOICE)
    OneOf(values=('公民', '组织'))
    >>> read("-", Kind.DATE)
    Anything()
    """
    text = text.strip().replace("≤", "<=").replace("≥", ">=").replace("，", ",")
    if text == "-":
        return ANY
    interval = _comparison(text, kind) or _span(text, kind)
    if interval is None:
        return OneOf(tuple(dict.fromkeys(value(part, kind) for part in text.split(","))))
    if not kind.ordered or interval.empty:
        raise ValueError(f"no span of a {kind}: {text!r}")
    return interval


def value(text: str, kind: Kind) -> Value:
    """One value, with the quotation marks or the ``date("…")`` of DMN taken off."""
    text = text.strip()
    dated = DATE.fullmatch(text)
    plain = dated[1] if dated else text
    quoted = len(plain) > 1 and plain[0] == plain[-1] == '"'
    return kind.read(plain[1:-1] if quoted else plain)


def write(condition: Condition, kind: Kind, *, feel: bool = False) -> str:
    """The text that ``read`` understands, for people or with ``feel`` for DMN tools.

    >>> write(Interval(None, 200), Kind.MONEY), write(OneOf(("公民",)), Kind.CHOICE, feel=True)
    ('<=200', '"公民"')
    """
    match condition:
        case Anything():
            return "-"
        case OneOf(values):
            return ", ".join(literal(one, kind, feel=feel) for one in values)
        case Interval():
            return _written(condition, kind, feel=feel)


def literal(one: Value, kind: Kind, *, feel: bool = False) -> str:
    """One value as ``value`` reads it.

    >>> literal(True, Kind.YES_NO), literal(True, Kind.YES_NO, feel=True)
    ('是', 'true')
    """
    text = kind.write(one)
    if not feel or kind in (Kind.INTEGER, Kind.DECIMAL, Kind.MONEY):
        return text
    if kind is Kind.YES_NO:
        return "true" if one else "false"
    return f'date("{text}")' if kind is Kind.DATE else f'"{text}"'


def _comparison(text: str, kind: Kind) -> Interval | None:
    found = COMPARISON.fullmatch(text)
    if not found:
        return None
    bound, closed = value(found[2], kind), found[1].endswith("=")
    if found[1].startswith("<"):
        return Interval(None, bound, high_closed=closed)
    return Interval(bound, None, low_closed=closed)


def _span(text: str, kind: Kind) -> Interval | None:
    found = SPAN.fullmatch(text)
    if not found:
        return None
    opening, low, high, closing = found.groups()
    return Interval(value(low, kind), value(high, kind), opening == "[", closing == "]")


def _written(span: Interval, kind: Kind, *, feel: bool) -> str:
    low, high = (None if one is None else literal(one, kind, feel=feel) for one in (span.low, span.high))
    if low is None:
        return f"<{'=' * span.high_closed}{high}"
    if high is None:
        return f">{'=' * span.low_closed}{low}"
    return f"{'[' if span.low_closed else '('}{low}..{high}{']' if span.high_closed else ')'}"
