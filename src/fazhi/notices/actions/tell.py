"""Telling an organ of something that is no case's: in the inboxes of its people, and by mail, once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.notices import audience
from fazhi.notices.models import Delivery, Message, Notice
from fazhi.office.models import Organ, Person


@transaction.atomic
def tell(
    organ: Organ, key: str, about: str, text: str, page: str, at: datetime, to: Person | None = None
) -> bool:
    """Whether it was told now; the same ``key`` was told before. ``page`` is where it is looked at.

    ``to`` is the one person of the organ whose business it is; without one all who work there are told.
    """
    told = {"organ": organ, "about": " ".join(about.split()), "text": text, "page": page, "at": at}
    message, new = Message.objects.get_or_create(key=key, defaults=told)
    if new:
        working = [to.pk] if to else audience.staff(organ.pk, timezone.localdate(at))
        people = list(Person.objects.filter(pk__in=working).select_related("user"))
        Notice.objects.bulk_create(Notice(person=one, message=message, at=at) for one in people)
        mails = (Delivery(message=message, person=one, next_at=at) for one in people if one.user.email)
        Delivery.objects.bulk_create(mails)
    return new
