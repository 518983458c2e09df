"""After a new ``secret.key``: the public's accounts are found under it, and the old one can go."""

from django.db import transaction

from fazhi.portal import entered
from fazhi.portal.models import Account


@transaction.atomic
def redigest() -> int:
    """Give how many accounts were put under the key in use."""
    done = 0
    for account in Account.objects.select_for_update():
        digest = entered.contact_of(account).digest
        if digest != account.contact:
            Account.objects.filter(pk=account.pk).update(contact=digest)
            done += 1
    return done
