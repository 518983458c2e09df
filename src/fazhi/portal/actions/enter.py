"""Somebody of the public enters with a code, leaves, or closes the account; each is on record, unnamed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases.models import SubjectKey
from fazhi.fault import Fault
from fazhi.identity.actions.record import record_public
from fazhi.identity.client import Client
from fazhi.identity.models import Event
from fazhi.portal import entered, one_time_code
from fazhi.portal.actions.ask_code import hidden
from fazhi.portal.actions.enrol import enrol
from fazhi.portal.contact import Contact
from fazhi.portal.models import Account, Entry, OneTimeCode

WRONG = Fault("portal.E023", "验证码不对，或者已经失效", "请核对收到的六位数字；仍然不对的，请重新获取")


@dataclass(frozen=True, kw_only=True)
class Enter:
    """The code that was sent to the contact, from the page that asked for it; the account is made at need."""

    contact: Contact
    ticket: str
    code: str
    client: Client

    def perform(self, at: datetime) -> Entry:
        """Give the log-in; ``Fault`` portal.E023 for a wrong, used, voided or expired code alike."""
        row = self._matched(at)
        if row is None:
            record_public(Event.Kind.FAILURE, self.client, at)
            raise WRONG
        return row

    @transaction.atomic
    def _matched(self, at: datetime) -> Entry | None:
        """A miss has to last, so it is committed before it is refused."""
        codes = OneTimeCode.objects.select_for_update()
        asked = {"contact": self.contact.digest, "ticket": hidden(self.ticket)}
        row = codes.filter(**asked, until__gt=at).first()
        if row is None:
            return None
        if not one_time_code.fits(self.code, self.ticket, row.code):
            _miss(row)
            return None
        row.delete()
        return self._enter(at)

    def _enter(self, at: datetime) -> Entry:
        idle, whole = entered.limits()
        Entry.objects.filter(seen__lt=at - idle).delete()
        Entry.objects.filter(since__lt=at - whole).delete()
        account = enrol(self.contact, at)
        record_public(Event.Kind.SUCCESS, self.client, at, account.subject)
        return Entry.objects.create(account=account, since=at, seen=at)


def _miss(row: OneTimeCode) -> None:
    row.tries -= 1
    if row.tries:
        row.save(update_fields=["tries"])
    else:
        row.delete()


def touch(row: Entry, at: datetime) -> None:
    """A browser was used."""
    Entry.objects.filter(pk=row.pk).update(seen=at)


@transaction.atomic
def leave(row: Entry, kind: Event.Kind, client: Client, at: datetime) -> None:
    """A log-in ends, once; why is on record."""
    if Entry.objects.filter(pk=row.pk).delete()[0]:
        record_public(kind, client, at, row.account.subject)


@transaction.atomic
def close_account(account: Account, client: Client, at: datetime) -> None:
    """注销: contact, log-ins and list go for good, with the key; cases stay as the law has it.

    The record of log-ins keeps the pseudonym, which then leads to nobody.
    """
    OneTimeCode.objects.filter(contact=account.contact).delete()
    SubjectKey.objects.filter(subject=account.subject).delete()
    if Account.objects.filter(pk=account.pk).delete()[0]:
        record_public(Event.Kind.REVOKED, client, at, account.subject, "注销账户")
