"""Applications and complaints among the matters of whoever sent them."""

from collections.abc import Collection, Mapping
from datetime import date

from fazhi.fault import Fault
from fazhi.portal import tracking
from fazhi.portal.course import Course, course
from fazhi.portal.mine import Matter, Source
from fazhi.portal.models import Application

KIND = "application"


def _read(keys: Collection[str], today: date) -> Mapping[str, Matter]:
    rows = Application.objects.filter(pk__in=keys).select_related("case__organ", "window")
    return {str(row.pk): _matter(course(row, today)) for row in rows}


def _matter(known: Course) -> Matter:
    """The next day is the nearest last day among the clocks that the applicant is told of."""
    case = known.application.case
    clocks = sorted((one.day, one.clock.title) for one in known.clocks if one.day)
    day, what = clocks[0] if clocks else (None, "")
    return Matter(
        title=f"{known.edition.title}（{case.organ.full_name}）",
        number=case.number,
        state=known.outcome or _state(known),
        done=bool(known.outcome),
        day=day,
        what=what,
        demo=case.demo,
    )


def _state(known: Course) -> str:
    return f"要您做：{known.to_do[0].title}" if known.to_do else known.steps[-1].title


def _find(number: str, code: str) -> str:
    try:
        return str(tracking.found(number, code).pk)
    except Fault:
        return ""


APPLIED = Source(KIND, "申请、投诉举报", _read, _find)
