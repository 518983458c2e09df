"""Help for a person who lost every second factor, or whom the unified identity knows under a new subject."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from fazhi.identity.actions.record import record_by_operator
from fazhi.identity.actions.session import forget
from fazhi.identity.models import Event

BY = "由管理员在服务器上办理"


@transaction.atomic
def reset_factors(user: AbstractBaseUser, at: datetime) -> int:
    """Take away all second factors, the tie to the unified identity and all log-ins; gives how many ties."""
    removed: int = Authenticator.objects.filter(user_id=user.pk).delete()[0]
    removed += SocialAccount.objects.filter(user_id=user.pk).delete()[0]
    forget(user, at)
    record_by_operator(Event.Kind.FACTOR_REMOVED, user, at, BY)
    return removed


@transaction.atomic
def note_new_password(user: AbstractBaseUser, at: datetime) -> None:
    """An operator gave a password: on record, to be replaced, and what was open with the old one is over."""
    forget(user, at)
    record_by_operator(Event.Kind.ISSUED, user, at, BY)
