"""Documents that are not statutes are known by number: 国办发〔2018〕118号, 国务院令第836号."""

import re
from dataclasses import dataclass

from fazhi.law.title import tidy

NUMBERED = r"(?P<issuer>[\u4e00-\u9fff]{1,60})〔(?P<year>[0-9]{4})〕(?:第)?(?P<number>[0-9]{1,9})号"
ORDER = r"(?P<order_issuer>[\u4e00-\u9fff]{0,60}(?:令|公告))第?(?P<order>[0-9]{1,9})号"
STATE = "中华人民共和国"
PATTERN = re.compile(f"{NUMBERED}|{ORDER}")


@dataclass(frozen=True)
class DocumentNumber:
    """Who issued a document, in which year (``None`` for orders) and under which number."""

    issuer: str
    year: int | None
    number: int

    def __str__(self) -> str:
        if self.year is None:
            return f"{self.issuer}第{self.number}号"
        return f"{self.issuer}〔{self.year}〕{self.number}号"


def read(text: str) -> DocumentNumber | None:
    """The number that a text is, in any of the brackets people type; ``None`` where it is none.

    >>> str(read("国办发[2018]118号")), str(read("国务院令第836号")), read("行政复议法")
    ('国办发〔2018〕118号', '国务院令第836号', None)
    """
    found = PATTERN.fullmatch(tidy(text))
    if not found:
        return None
    if found["order"]:
        return DocumentNumber(found["order_issuer"].removeprefix(STATE), None, int(found["order"]))
    return DocumentNumber(found["issuer"], int(found["year"]), int(found["number"]))
