"""A form of the public that comes back before anybody could have filled it in is shown again (ASVS 11.1.2).

Each form says when it was shown, signed together with its own key. One without such a word, because it was
kept from before or made up, counts as quick once: the page that answers it has the word, and all that was
written. How long is ``FAZHI_FORM_SECONDS``; with 0 nothing is asked.
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from fazhi.fault import Fault

FIELD = "shown"
QUICK = Fault(
    "web.E061",
    "表单刚打开就提交了，为防止程序自动提交，这次没有办理",
    "您填写的内容还在，请核对后再提交一次；选过附件的，请重新选择",
)


def demand(request: HttpRequest, at: datetime) -> None:
    """``Fault`` web.E061 where the form was shown too short a while ago, or does not say when."""
    least = timedelta(seconds=settings.CONFIG.form_seconds)
    since = _since(request)
    if least and (since is None or at - since < least):
        raise QUICK


def stamp(request: HttpRequest, key: str, at: datetime) -> str:
    """What a form with this key carries: the word it came with if that is good, so that time goes on."""
    if _since(request):
        return request.POST[FIELD]
    return _signer(key).sign(str(int(at.timestamp() * 1000)))


def _since(request: HttpRequest) -> datetime | None:
    try:
        told = _signer(request.POST.get("key", "")).unsign(request.POST.get(FIELD, ""))
    except BadSignature:
        return None
    return datetime.fromtimestamp(int(told) / 1000, UTC)


def _signer(key: str) -> Signer:
    return Signer(salt=f"fazhi.web.haste {key}")
