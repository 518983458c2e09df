"""Resident identity numbers (GB 11643): eighteen characters with a check digit, fifteen digits of old."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

GAP = r"[ \-.·_]{0,2}\n?"
LONG = re.compile(rf"(?<!\d)[1-9](?:{GAP}\d){{16}}{GAP}[\dXx](?!\d)")
SHORT = re.compile(rf"(?<![\dA-Za-z])[1-9](?:{GAP}\d){{14}}(?![\dA-Za-z])")
BIRTH = re.compile(r"\d{6}(?:18|19|20)\d{4,6}")
"""The birth that a number shows in part only."""
PARTLY = re.compile(
    r"(?:身份证(?:件)?|公民身份|居民身份)(?:号码?|证号码?|件号码?|编号)?(?:为|是)?[: (]{0,6}"
    r"(?P<value>[0-9][0-9*×xX?_]{13,18})"
)
NOT_A_PERSON = re.compile(
    r"(?:注册号|执照|登记证|代码|(?<!证)编号|账号|帐号|许可证|条码|单号|文号|批号)[^\n。;]{0,8}$"
)
FIRST = (11, 12, 13, 14, 15, 21, 22, 23, *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66))
PROVINCES = frozenset(map(str, (*FIRST, 71, 81, 82, 83, 91)))
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check_digit(body: str) -> str:
    """The eighteenth character of an identity number, from its first seventeen digits.

    >>> check_digit("11010519491231002")
    'X'
    """
    return "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


def is_valid(number: str) -> bool:
    """Whether eighteen characters are an identity number: province, date of birth and check digit.

    >>> is_valid("11010519491231002X"), is_valid("110105194912310021"), is_valid("110105194913310021")
    (True, False, False)
    """
    return number[:17].isdigit() and _plausible(number) and check_digit(number[:17]) == number[17].upper()


def find(text: str, policy: Policy) -> Iterator[Span]:
    """Identity numbers, also with spaces or line breaks inside.

    A wrong check digit is a slip of the pen, not another number: with a plausible date it is hidden too.
    """
    for match in LONG.finditer(text):
        number = re.sub(r"[^\dXx]", "", match[0])
        if is_valid(number) or ("\n" not in match[0] and _plausible(number) and not _other(text, match)):
            yield Span(*match.span(), Kind.ID_NUMBER, policy.number(number))
    for match in SHORT.finditer(text):
        number = re.sub(r"\D", "", match[0])
        if _is_short(number) and not _other(text, match):
            yield Span(*match.span(), Kind.ID_NUMBER, policy.number(number))
    for match in PARTLY.finditer(text):
        if BIRTH.match(match["value"]) and sum(c.isdigit() for c in match["value"]) > 10:
            yield Span(*match.span("value"), Kind.ID_NUMBER)


def _other(text: str, match: re.Match[str]) -> bool:
    """Whether the words before a number say that it counts something else."""
    return NOT_A_PERSON.search(text, max(0, match.start() - 20), match.start()) is not None


def _plausible(number: str) -> bool:
    return number[:2] in PROVINCES and _is_date(number[6:14])


def _is_short(number: str) -> bool:
    return number[:2] in PROVINCES and _is_date("19" + number[6:12])


def _is_date(digits: str) -> bool:
    try:
        return 1880 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2100
    except ValueError:
        return False
