"""A person learns of every change in how they log in: by mail where one is registered, at the next log-in.

Who took an account over changes the password or a factor first; the person it was taken from is to see it.
"""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from fazhi.identity.models import Event

log = logging.getLogger(__name__)
TOLD = (
    Event.Kind.PASSWORD,
    Event.Kind.ISSUED,
    Event.Kind.FACTOR_ADDED,
    Event.Kind.FACTOR_REMOVED,
    Event.Kind.FACTOR_RESET,
)
REUSED = "动态口令（已用过的）"
"""What the record says of a one-time code that came back: somebody may have looked on."""
TELLING = Q(kind__in=TOLD) | Q(kind=Event.Kind.FACTOR_FAILED, detail=REUSED)
MOST = 5
NOT_YOU = "如果不是您本人或者您请管理员办理的，请立即联系管理员"


def said(event: Event) -> str:
    """The change with its time, without what it was changed to.

    >>> from datetime import UTC, datetime
    >>> said(Event(kind="password", at=datetime(2026, 3, 2, tzinfo=UTC)))
    '2026-03-02 08:00 修改密码'
    """
    what = "用过的动态口令被再次提交" if event.detail == REUSED else event.get_kind_display()
    return f"{localtime(event.at):%Y-%m-%d %H:%M} {what}"


def mail(event: Event) -> None:
    """Tell by mail; a server of mails that does not answer keeps nobody from changing a password."""
    told = event.kind in TOLD or event.detail == REUSED
    if not (told and event.user and event.user.email):
        return
    body = f"您在法治工作台的登录方式有变动：{said(event)}。\n\n{NOT_YOU}。\n"
    try:
        EmailMessage(
            subject="您的登录方式有变动",
            body=body,
            from_email=settings.CONFIG.mail_from or None,
            to=[event.user.email],
            headers={"Auto-Submitted": "auto-generated"},
        ).send()
    except OSError:
        log.warning("a notice of a changed log-in was not sent", exc_info=True)


def since_last_log_in(user_id: int) -> QuerySet[Event]:
    """The newest changes since the log-in before this one."""
    mine = Event.objects.filter(user_id=user_id)
    last = mine.filter(kind=Event.Kind.SUCCESS).first()
    changes = mine.filter(TELLING)
    return (changes.filter(at__gte=last.at) if last else changes)[:MOST]
