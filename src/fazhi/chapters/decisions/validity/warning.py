"""How many days ahead an end is told of: undetermined until the district answers, as no rule was read."""

from fazhi.chapters.decisions.validity.models import Advance

WHO = "区司法局（提前提醒的天数没有读到规定，由本区确定）"
"""Who has to say it."""


def advance() -> Advance | None:
    """The latest answer; ``None`` while nobody gave one, and then nothing is told ahead."""
    return Advance.objects.order_by("pk").last()
