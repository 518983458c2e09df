"""The demo's general name: in one measure 区政府各有关部门 means the departments that inspect; once."""

from datetime import datetime

from fazhi.duties.actions import Narrow
from fazhi.duties.models import Measure, Narrowing
from fazhi.office.actor import Actor

MEASURE, WRITTEN = "公正监管", "区政府各有关部门"
ORGANS = ("market", "emergency", "city-management", "health")
REASON = "演示：部门联合双随机抽查由这几个部门参加"


def play(coordinator: Actor, now: datetime) -> None:
    """One decision, on the demo's outline."""
    measure = Measure.objects.filter(outline__demo=True, title=MEASURE, withdrawn=False).first()
    if measure and not Narrowing.objects.filter(measure=measure).exists():
        act = Narrow(measure=measure, written=WRITTEN, organs=ORGANS, reason=REASON, expected=0)
        act.perform(coordinator, now)
