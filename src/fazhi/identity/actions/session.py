"""Open sessions begin, are used, and end."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest

from fazhi.fault import Fault
from fazhi.identity.actions.record import Someone, record
from fazhi.identity.client import client_of
from fazhi.identity.models import Event, OpenSession

GONE = Fault("identity.E003", "没有这个登录，或者它已经结束", "请刷新“我的登录”页面")


@transaction.atomic
def begin(user: AbstractBaseUser, request: HttpRequest, method: str, at: datetime) -> OpenSession:
    """A log-in opens on a device."""
    record(Event.Kind.SUCCESS, user, request, at, method)
    client = client_of(request)
    return OpenSession.objects.create(
        user_id=user.pk, since=at, seen=at, address=client.address, device=client.device, method=method
    )


def touch(session: OpenSession, request: HttpRequest, at: datetime) -> None:
    """A device was used, perhaps from another address."""
    OpenSession.objects.filter(pk=session.pk).update(seen=at, address=client_of(request).address)


@transaction.atomic
def end(session: OpenSession, kind: Event.Kind, request: HttpRequest, at: datetime, by: Someone) -> None:
    """A log-in ends, once; why is on record."""
    if not OpenSession.objects.filter(pk=session.pk, ended=None).update(ended=at):
        raise GONE
    record(kind, by, request, at, f"{session.device} {session.address or ''}".strip())


@transaction.atomic
def end_others(user: Someone, kept: int | None, kind: Event.Kind, request: HttpRequest, at: datetime) -> int:
    """All log-ins of a person end but the one at hand; gives their number."""
    rows = OpenSession.objects.select_for_update().filter(user=user.pk, ended=None)
    others = [row for row in rows if row.pk != kept]
    for session in others:
        end(session, kind, request, at, user)
    return len(others)


@transaction.atomic
def change_password(user: Someone, kept: int | None, request: HttpRequest, at: datetime) -> None:
    """A new password holds: put it on record and end what was opened with the old one."""
    record(Event.Kind.PASSWORD, user, request, at)
    end_others(user, kept, Event.Kind.REVOKED, request, at)


@transaction.atomic
def forget(user: Someone, at: datetime) -> None:
    """End all log-ins of a person at once, from the server."""
    OpenSession.objects.filter(user=user.pk, ended=None).update(ended=at)
