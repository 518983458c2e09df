"""The coordinator asks an organ for its answer (系统 0.2)."""

from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.models import Step


class Ask(Supervision):
    """交办: what is wanted, in words; the stage stays open."""

    kind = Step.Kind.ASK
    text_needed = "交办要求"
