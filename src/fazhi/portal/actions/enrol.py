"""The account of a contact, made when somebody first shows that it is theirs; the contact is sealed."""

import json
import secrets
from datetime import datetime

from django.db import transaction

from fazhi.cases.actions.seal import seal
from fazhi.portal.contact import Contact
from fazhi.portal.models import Account


@transaction.atomic
def enrol(contact: Contact, at: datetime) -> Account:
    """Give the account, the one that is there before a new one."""
    return Account.objects.filter(contact__in=contact.digests).first() or _new(contact, at)


def _new(contact: Contact, at: datetime) -> Account:
    subject = f"公众{secrets.token_hex(8)}"
    (sealed,) = seal(subject, {subject: json.dumps({"contact": contact.value})})
    return Account.objects.create(
        subject=subject,
        contact=contact.digest,
        kind=contact.kind.value,
        nonce=sealed.held.nonce,
        ciphertext=sealed.held.ciphertext,
        commitment=sealed.commitment,
        since=at,
    )
