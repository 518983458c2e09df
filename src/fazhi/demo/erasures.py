"""The demo's erasure: proposed by the coordinator, it waits for a second one; nothing is lost."""

from datetime import datetime

from fazhi.cases.actions import ProposeErasure
from fazhi.cases.actions.erase import BASIS
from fazhi.cases.models import Erasure, Party, Secrecy
from fazhi.office.actor import Actor

REASON = "演示：当事人撤回同意，书面要求删除其个人信息"


def play(coordinator: Actor, now: datetime) -> None:
    """One proposal, about the latest party of the demo's ordinary cases; once."""
    party = Party.objects.filter(case__demo=True, case__secrecy=Secrecy.ORDINARY).last()
    if party and not Erasure.objects.exists():
        asked = ProposeErasure(case=party.case, subject=party.subject, ground=BASIS, reason=REASON)
        asked.perform(coordinator, now)
