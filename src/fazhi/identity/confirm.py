"""Before something lasting is given out or taken away, whoever sits at the desk says again who they are."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required

from fazhi.office.guard import View

asks_again: Callable[[View], View] = reauthentication_required()
"""Good for five minutes: whoever found a desk unlocked gets nothing that outlasts it (ASVS 3.3.4, 3.7.1)."""
