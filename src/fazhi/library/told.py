"""The particulars of a document as somebody states them, checked before they are kept."""

from dataclasses import dataclass, replace
from datetime import date

from fazhi.fault import Fault
from fazhi.library.words import line, prose, required
from fazhi.packs import library

TITLE, SHORT, SUMMARY = 200, 80, 2_000


@dataclass(frozen=True, kw_only=True)
class Told:
    """Name, index number, document number, subject, abstract and days; what nobody knows stays empty."""

    title: str
    index_number: str = ""
    number: str = ""
    subject: str = ""
    summary: str = ""
    signed_on: date | None = None
    issued_on: date | None = None

    def checked(self, today: date) -> "Told":
        """The same, tidied.

        ``Fault`` library.E001 too long, E002 no name, E003 no index number of the settled form, E004 a day
        to come, E005 issued before it was signed.
        """
        self._check_days(today)
        return replace(
            self,
            title=required(line(self.title, "名称", TITLE), "名称"),
            index_number=_fitting(line(self.index_number, "索引号", SHORT)),
            number=line(self.number, "发文字号", SHORT),
            subject=line(self.subject, "主题", SHORT),
            summary=prose(self.summary, "内容概述", SUMMARY),
        )

    def _check_days(self, today: date) -> None:
        for name, day in (("成文日期", self.signed_on), ("发文日期", self.issued_on)):
            if day and day > today:
                raise Fault("library.E004", f"{name} {day} 晚于今天", "请核对日期；不知道的请留空，不要推定")
        if self.signed_on and self.issued_on and self.issued_on < self.signed_on:
            raise Fault("library.E005", "发文日期早于成文日期", "请核对两个日期；不知道的请留空")


def _fitting(number: str) -> str:
    settled = library.load().index_number
    if number and settled and not settled.fits(number):
        example = f"，例如 {settled.example}" if settled.example else ""
        raise Fault("library.E003", f"“{number}”不是本区的索引号", f"请按确定的形式填写{example}")
    return number
