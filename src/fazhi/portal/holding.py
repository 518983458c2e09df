"""What the platform holds under somebody's account, for that person alone to take along."""

from datetime import date
from typing import Any

from django.utils.timezone import localtime

from fazhi.portal import entered, mine
from fazhi.portal.models import Account


def holding(account: Account, today: date) -> dict[str, Any]:
    """Contact, log-ins that are open, and every matter as it stands; times with their zone (ISO 8601).

    What was written into an application or a comment stays in its file, which its page shows.
    """
    contact = entered.contact_of(account)
    return {
        "contact": {"kind": contact.kind.value, "value": contact.value},
        "since": localtime(account.since).isoformat(),
        "open_log_ins": [
            {"since": localtime(one.since).isoformat(), "seen": localtime(one.seen).isoformat()}
            for one in account.entries.order_by("pk")
        ],
        "matters": [_matter(line) for line in mine.lines(account.belongings.all(), today)],
    }


def _matter(line: mine.Line) -> dict[str, Any]:
    one = line.matter
    return {
        "kind": line.source.title,
        "title": one.title,
        "number": one.number,
        "state": one.state,
        "done": one.done,
        "next_day": one.day.isoformat() if one.day else None,
        "next": one.what,
        "joined": localtime(line.row.at).isoformat(),
    }
