"""The coordinator confirms what the evidence shows (系统 0.2)."""

from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.models import Occurrence, Step


class Confirm(Supervision):
    """确认: by a person other than the one who answered."""

    kind = Step.Kind.CONFIRM
    stage = Occurrence.Stage.CONFIRMED
