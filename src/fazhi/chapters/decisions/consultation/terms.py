"""The words in which each procedure asks for a consultation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.chapters.decisions.consultation import period
from fazhi.procedure.value import Value

OPEN, COMMENT, ANSWER, CLOSE = "open_comments", "comment", "answer_comment", "close_comments"
NOTE = "起草说明"


@dataclass(frozen=True)
class Terms:
    """How one procedure names the draft, a short period, and its further questions."""

    draft: str
    short: str
    shortening: bool = False
    """Whether the reason of a short period is a fact of the case."""
    basis: str = ""
    """The article that asks for the reason; empty where none was read."""
    expropriation: bool = False
    """Whether it asks if the draft is a compensation plan of an expropriation."""

    def facts(self, opened: date, until: date, shortening: str, expropriation: bool) -> dict[str, Value]:
        """The facts of the act that opens the consultation."""
        full = period.is_full(opened, until)
        facts: dict[str, Value] = {"comment_period": "full" if full else self.short, "comments_until": until}
        facts |= {"shortening": shortening} if self.shortening and not full else {}
        return facts | ({"expropriation": expropriation} if self.expropriation else {})


PROCEDURES: Mapping[str, Terms] = {
    "normative-document": Terms("文件草案", "shorter"),
    "major-decision": Terms(
        "决策草案", "shortened", True, "《重大行政决策程序暂行条例》第十五条第一款", expropriation=True
    ),
}
