"""What was published last, as Atom (RFC 4287)."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from fazhi.library.models import Item

ATOM = "application/atom+xml"
MOST = 50
TITLE = "新公开的文件"


def atom(site: str, rows: Iterable[Item]) -> str:
    """The feed; ``site`` is the address of the installation, without a last slash."""
    feed = Atom1Feed(
        TITLE, site + reverse("web:library"), "主动公开的文件和政策解读", "zh-CN",
        feed_url=site + reverse("web:library-feed"), author_name="法治 Fazhi",
    )  # fmt: skip
    for item in rows:
        address = site + reverse("web:library-item", args=[item.pk])
        feed.add_item(
            title=f"演示·{item.title}" if item.demo and not item.title.startswith("演示") else item.title,
            link=address,
            description=item.summary or f"{item.organ.full_name}公开",
            unique_id=address,
            author_name=item.organ.full_name,
            categories=[item.subject] if item.subject else [],
            pubdate=item.at,
            updateddate=item.at,
        )
    return feed.writeString("utf-8")
