"""A code is asked for a contact, whether anybody is known under it or not."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from http.client import HTTPException

from django.db import transaction

from fazhi.fault import Fault
from fazhi.portal import one_time_code
from fazhi.portal.contact import Contact
from fazhi.portal.models import OneTimeCode
from fazhi.portal.sender import Sender, sender

ANONYMOUS = "不登录也可以办理，凭查询码查进度"


@dataclass(frozen=True, kw_only=True)
class AskCode:
    """Sent first, kept then: what could not be sent leaves nothing, and an earlier code good."""

    contact: Contact

    def perform(self, at: datetime) -> str:
        """Give the ticket of the page that alone can use the code; ``Fault`` portal.E021, portal.E022."""
        way = sender(self.contact.kind)
        if way is None:
            raise Fault("portal.E021", "本平台没有开通向这种联系方式发送验证码", f"请换一种；{ANONYMOUS}")
        code, ticket = one_time_code.make(), secrets.token_urlsafe(24)
        self._send(way, code, at)
        self._keep(code, ticket, at)
        return ticket

    def _send(self, way: Sender, code: str, at: datetime) -> None:
        try:
            way.send(self.contact, code, at)
        except (Fault, OSError, HTTPException):
            raise Fault("portal.E022", "验证码没有发送出去", f"请稍后再试，或者换一种；{ANONYMOUS}") from None

    @transaction.atomic
    def _keep(self, code: str, ticket: str, at: datetime) -> None:
        OneTimeCode.objects.filter(until__lt=at).delete()
        OneTimeCode.objects.update_or_create(
            contact=self.contact.digest,
            defaults={
                "ticket": hidden(ticket),
                "code": one_time_code.kept(code, ticket),
                "tries": one_time_code.TRIES,
                "until": at + one_time_code.LIFE,
            },
        )


def hidden(ticket: str) -> str:
    """What is kept of a ticket, which is too long to be guessed."""
    return sha256(ticket.encode()).hexdigest()
