"""Unified social credit codes (GB 32100): an organisation's, but one person's where a shop is run alone."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction import identity_number
from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])")
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_character(body: str) -> str:
    """The eighteenth character of a credit code, from its first seventeen.

    >>> check_character("91350100M000100Y4")
    '3'
    """
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return ALPHABET[-total % 31]


def find(text: str, policy: Policy) -> Iterator[Span]:
    """The codes of individually run shops, where the office hides them.

    >>> list(find("代码92350100M000100Y4Y", Policy()))
    []
    """
    for match in CODE.finditer(text) if policy.household_codes else ():
        if match[0].startswith("92"):
            yield Span(*match.span(), Kind.CREDIT_CODE, policy.number(match[0]))


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where codes with a right check character stand: what looks like a number inside is not another one.

    A number that is a resident's as well (both checks can agree by chance) counts as the resident's.

    >>> list(places("91350100M000100Y43"))
    [(0, 18)]
    """
    for match in CODE.finditer(text):
        if check_character(match[0][:17]) == match[0][17] and not identity_number.is_valid(match[0]):
            yield match.span()
