"""The coordinator chases what is overdue (系统 0.2)."""

from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.models import Step


class Chase(Supervision):
    """催办: permitted only after the last day has passed without an answer."""

    kind = Step.Kind.CHASE
