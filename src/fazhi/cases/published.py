"""A checkpoint as it was published, found by its day: what everybody may hold the keeper to."""

from datetime import date

from fazhi.cases.models import Checkpoint
from fazhi.fault import Fault

PROMISE = "a checkpoint is published so that everybody can hold the keeper to it"


def on(day: str) -> Checkpoint:
    """A day's checkpoint; ``Fault`` cases.E068 for what is no day, cases.E067 where none was published."""
    try:
        held = Checkpoint.objects.filter(day=date.fromisoformat(day)).first()
    except ValueError:
        remedy = "日期应形如 2026-03-02"
        raise Fault("cases.E068", f"日期“{day[:20]}”不对", remedy) from None
    if held is None:
        raise Fault("cases.E067", f"{day} 没有公布存证点", "请查看已公布的存证点")
    return held
