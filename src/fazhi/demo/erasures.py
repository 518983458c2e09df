"""The demo's erasure: proposed by who handles the case, it waits for the coordinator; nothing is lost."""

from datetime import datetime

from fazhi.cases.actions import ProposeErasure
from fazhi.cases.actions.erase import BASIS
from fazhi.cases.models import Erasure, Party, Secrecy
from fazhi.office.actor import actor_at

REASON = "演示：当事人撤回同意，书面要求删除其个人信息"


def play(now: datetime) -> None:
    """One proposal, about the latest party of the demo's ordinary cases; once."""
    party = Party.objects.filter(case__demo=True, case__secrecy=Secrecy.ORDINARY).last()
    if party and not Erasure.objects.exists():
        asked = ProposeErasure(case=party.case, subject=party.subject, ground=BASIS, reason=REASON)
        asked.perform(actor_at(party.case.handlers.order_by("pk")[0].pk, now), now)
