"""When the keeping of a document ends: by the law's term, or as the one who has to decide fixed it."""

from datetime import date

from fazhi.fault import Fault
from fazhi.packs import retention


def ends(name: str, start: date, fixed: date | None, authority: str) -> tuple[date, str]:
    """The last day of keeping and what fixes it.

    A longer term that was fixed goes before the law's least one; a shorter one does not. ``Fault``
    documents.E041 where the law leaves the term open and nobody is named who fixed it.

    >>> ends("data-sharing-record", date(2026, 3, 1), None, "")[0].isoformat()
    '2029-03-01'
    """
    entry = retention.load()[name]
    basis = str(entry.basis.basis())
    if fixed is not None and not authority:
        raise Fault("documents.E041", "没有写明由谁、以何文件确定保管期限", "请填写批准机关和文号", basis)
    if entry.years is None:
        if fixed is None:
            wrong = f"“{entry.title}”的保管期限法律没有写明，须由{entry.undetermined}确定"
            raise Fault("documents.E041", wrong, "请填写确定的期满日和批准文号", basis)
        return fixed, authority
    least = _later(start, entry.years)
    return (fixed, authority) if fixed and fixed > least else (least, basis)


def _later(day: date, years: int) -> date:
    """The same day some years on; a 29 February without one moves to 1 March, so that no day is lost."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
