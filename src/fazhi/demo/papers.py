"""The demo's numbers: one used, one void with its reason, one open, all of them marked."""

from collections.abc import Mapping
from datetime import datetime

from fazhi.documents.actions import Reserve, Use, Void
from fazhi.documents.models import Series
from fazhi.office.actor import Actor
from fazhi.office.models import Organ

PREFIX = "演示文"


def play(clerks: Mapping[int, Actor], now: datetime) -> None:
    """Once, for the first organ that has a clerk."""
    organ = Organ.objects.filter(pk__in=clerks).order_by("pk").first()
    if organ is None or Series.objects.filter(prefix=PREFIX).exists():
        return
    clerk = clerks[organ.pk]
    wanted = [Reserve(organ, PREFIX, f"演示·{what}") for what in ("通知", "函", "报告")]
    used, void, _ = [one.perform(clerk, now) for one in wanted]
    Use(used, "演示·关于开展学习的通知（纸质）").perform(clerk, now)
    Void(void, "演示：来文事项已由其他单位答复，不再发文").perform(clerk, now)
