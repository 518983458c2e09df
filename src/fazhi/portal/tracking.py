"""Finding an application by number and code: a wrong code and an unknown number get the same answer."""

from django.core import signing

from fazhi.fault import Fault
from fazhi.portal import tracking_code
from fazhi.portal.models import Application

UNKNOWN = Fault(
    "portal.E404", "没有查到：案号或者查询码不对", "请对照申请回执核对两项；回执遗失的，请向承办机关查询"
)
BRACKETS = str.maketrans(
    dict.fromkeys("[［(（【［", "〔") | dict.fromkeys("]］)）】］", "〕"),
)
SALT = "portal.tracking"
KEPT = 1800
"""Seconds for which a page that was opened with the code leads on to its papers."""


def found(number: str, code: str) -> Application:
    """The application; ``Fault`` portal.E404 whichever of the two is wrong."""
    written = "".join(number.split()).translate(BRACKETS).replace("\0", "")
    rows = Application.objects.select_related("case__organ", "window")
    row = rows.filter(case__number=written).first()
    if not tracking_code.fits(code, row.code if row else None) or row is None:
        raise UNKNOWN
    return row


def ticket(row: Application) -> str:
    """What the page hands on in place of the code."""
    return signing.dumps(row.pk, salt=SALT)


def by_ticket(given: str) -> Application:
    """The application of a page opened within the half-hour."""
    try:
        pk = signing.loads(given, salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        raise Fault("portal.E410", "页面已经过期", "请重新输入案号和查询码") from None
    return Application.objects.select_related("case__organ", "window").get(pk=pk)
