"""The articles that counting itself rests on, in the edition whose numbering is cited."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ground:
    """An article as it was read; an earlier edition of its statute may have numbered it otherwise.

    ``edition`` is the day the text is dated, ``shown`` a day on which a source shows it in force; ``None``
    where no source gives them. A test holds both against the registry.
    """

    statute: str
    article: str
    edition: date | None = None
    shown: date | None = None

    def on(self, day: date) -> str:
        """The citation for a count that begins on a day, marked with the edition unless that was in force.

        >>> DAY_ZERO.on(date(2026, 7, 1)), DAY_ZERO.on(date(2024, 2, 6))
        ('《民事诉讼法》第八十五条第二款', '《民事诉讼法》（2023-09-01）第八十五条第二款')
        """
        mark = f"（{self.edition}）" if self.edition and not self._certain(day) else ""
        return f"《{self.statute}》{mark}{self.article}"

    def numbering(self, day: date) -> str:
        """What has to be said of the article's number on a day; empty where it is certain."""
        if self._certain(day):
            return ""
        text = f"{self.edition}文本" if self.edition else "现行文本，该法施行日期未注明"
        return f"注意：《{self.statute}》的条号依{text}；起算日当时施行的版本没有查明，条号可能不同"

    def _certain(self, day: date) -> bool:
        return self.shown is not None and self.shown <= day


PROCEDURE = ("民事诉讼法", date(2023, 9, 1), date(2026, 6, 26))
DAY_ZERO = Ground(PROCEDURE[0], "第八十五条第二款", *PROCEDURE[1:])
ROLL = Ground(PROCEDURE[0], "第八十五条第三款", *PROCEDURE[1:])
CORRESPONDING = Ground("民法典", "第二百零二条", None, date(2026, 6, 3))
