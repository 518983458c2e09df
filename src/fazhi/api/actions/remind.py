"""A system's token does not end unawares: its person is told a week before, once (ASVS 2.3.3)."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from fazhi.api.models import ApiToken
from fazhi.notices.actions import tell

AHEAD = timedelta(days=7)


def remind(at: datetime) -> int:
    """Tell of every token that ends within a week and opens something still; gives how many were told of."""
    ending = ApiToken.objects.filter(revoked_at=None, expires_at__gt=at, expires_at__lte=at + AHEAD)
    return sum(_told(row, at) for row in ending.select_related("person", "organ"))


def _told(row: ApiToken, at: datetime) -> bool:
    end = f"{localtime(row.expires_at):%Y-%m-%d %H:%M}"
    text = f"接口令牌将于 {end} 失效；仍需使用的，请生成新的令牌并换到对方系统"
    return tell(row.organ, f"api-token-{row.pk}-ends", str(row), text, "/tokens", at, to=row.person)
