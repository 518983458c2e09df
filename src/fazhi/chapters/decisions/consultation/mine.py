"""Comments among the matters of whoever made them."""

from collections.abc import Collection, Mapping
from datetime import date

from fazhi.chapters.decisions.consultation import standing
from fazhi.chapters.decisions.consultation.models import Comment
from fazhi.chapters.decisions.participation.submission import hidden
from fazhi.documents import code as codes
from fazhi.portal import tracking_code
from fazhi.portal.mine import Matter, Source, pair

KIND = "comment"


def found(number: str, code: str) -> Comment | None:
    """The comment that a number and a code lead to together."""
    numbers = pair(number)
    if numbers is None:
        return None
    rows = Comment.objects.select_related("consultation", "disposition")
    told = hidden(tracking_code.shown(codes.read(code)))
    return rows.filter(consultation=numbers[0], number=numbers[1], code=told).first()


def _find(number: str, code: str) -> str:
    row = found(number, code)
    return str(row.pk) if row else ""


def _read(keys: Collection[str], today: date) -> Mapping[str, Matter]:
    rows = Comment.objects.filter(pk__in=keys).select_related("consultation__case", "disposition")
    return {str(row.pk): _matter(row, today) for row in rows}


def _matter(row: Comment, today: date) -> Matter:
    asked = row.consultation
    disposition = getattr(row, "disposition", None)
    takes = standing.open_to_comments(asked, today)
    return Matter(
        title=asked.title,
        number=row.name,
        state=disposition.get_outcome_display() if disposition else _waiting(row, takes=takes),
        done=bool(disposition or asked.case.outcome),
        day=asked.until if takes else None,
        what="征求意见截止" if takes else "",
        demo=asked.case.demo,
    )


def _waiting(row: Comment, *, takes: bool) -> str:
    if row.consultation.case.outcome:
        return "已经停止办理"
    return "已经登记" if takes else "正在研究"


COMMENTS = Source(KIND, "征求意见", _read, _find)
