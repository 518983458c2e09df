"""Registrations for hearings among the matters of whoever made them."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils import timezone

from fazhi.chapters.decisions.hearing import standing
from fazhi.chapters.decisions.hearing.models import Registration
from fazhi.chapters.decisions.hearing.phase import Phase
from fazhi.chapters.decisions.participation.submission import hidden
from fazhi.documents import code as codes
from fazhi.portal import tracking_code
from fazhi.portal.mine import Matter, Source, pair

KIND = "registration"
OVER = (Phase.HELD, Phase.ANSWERED, Phase.STOPPED)


def found(number: str, code: str) -> Registration | None:
    """The registration that a number and a code lead to together."""
    numbers = pair(number)
    if numbers is None:
        return None
    rows = Registration.objects.select_related("hearing__case__organ")
    told = hidden(tracking_code.shown(codes.read(code)))
    return rows.filter(hearing=numbers[0], number=numbers[1], code=told).first()


def _find(number: str, code: str) -> str:
    row = found(number, code)
    return str(row.pk) if row else ""


def _read(keys: Collection[str], today: date) -> Mapping[str, Matter]:
    rows = Registration.objects.filter(pk__in=keys).select_related("hearing__case")
    return {str(row.pk): _matter(row, today) for row in rows}


def _matter(row: Registration, today: date) -> Matter:
    now = standing.read(row.hearing)
    line = next(one for one in now.lines if one.row.pk == row.pk)
    phase = now.phase(today)
    registering, over = phase is Phase.REGISTERING, phase in OVER or line.withdrawn
    coming = row.hearing.until if registering else timezone.localdate(row.hearing.held_at)
    return Matter(
        title=row.hearing.title,
        number=row.name,
        state=line.word if phase is not Phase.STOPPED else str(phase),
        done=over,
        day=None if over else coming,
        what="报名截止" if registering else "听证会",
        demo=row.hearing.case.demo,
    )


REGISTRATIONS = Source(KIND, "听证报名", _read, _find)
