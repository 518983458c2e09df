"""What was put before the public last, as Atom (RFC 4287), for whoever wants to be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from fazhi.library.feed import ATOM, MOST


@dataclass(frozen=True)
class News:
    """One thing: its name, the path of its page, what happened, by whom and when."""

    title: str
    path: str
    says: str
    by: str
    first: datetime
    latest: datetime


def atom(request: HttpRequest, title: str, place: str, rows: Iterable[News]) -> HttpResponse:
    """The feed of a page of this site (``place`` is its name), what changed last first."""
    site = request.build_absolute_uri("/").rstrip("/")
    here = request.build_absolute_uri()
    feed = Atom1Feed(title, site + reverse(place), title, "zh-CN", feed_url=here, author_name="法治 Fazhi")
    for one in sorted(rows, key=lambda one: one.latest, reverse=True)[:MOST]:
        address = site + one.path
        feed.add_item(
            title=one.title,
            link=address,
            description=one.says,
            unique_id=address,
            author_name=one.by,
            pubdate=one.first,
            updateddate=one.latest,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=f"{ATOM}; charset=utf-8")
