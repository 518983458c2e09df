"""The demo's citizen, who comes back: some of what came in belongs to the contact that the page names."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from fazhi.chapters.decisions.consultation import mine as comments
from fazhi.chapters.decisions.consultation.models import Comment
from fazhi.chapters.decisions.hearing import mine as registrations
from fazhi.chapters.decisions.hearing.models import Registration
from fazhi.portal import applied, contact
from fazhi.portal.actions import Attach, enrol
from fazhi.portal.models import Account, Application

CITIZEN = "demo@example.org"
MOST = 3


def play(now: datetime) -> None:
    """Once, and again after the only account was closed."""
    if Account.objects.exists():
        return
    account = enrol(contact.read(CITIZEN), now)
    for kind, key in _owned():
        Attach(account=account, kind=kind, key=str(key)).perform(now)


def _owned() -> Iterator[tuple[str, int]]:
    applications = Application.objects.filter(case__demo=True).order_by("pk")
    said = Comment.objects.filter(consultation__case__demo=True).order_by("pk")
    registered = Registration.objects.filter(hearing__case__demo=True).order_by("pk")
    yield from ((applied.KIND, pk) for pk in applications.values_list("pk", flat=True)[:MOST])
    yield from ((comments.KIND, pk) for pk in said.values_list("pk", flat=True)[:1])
    yield from ((registrations.KIND, pk) for pk in registered.values_list("pk", flat=True)[:1])


def shown() -> str:
    """The contact to enter with, where ``fazhi demo`` serves; nothing anywhere else."""
    found = settings.CONFIG.demo and Account.objects.filter(contact=contact.read(CITIZEN).digest).exists()
    return CITIZEN if found else ""
