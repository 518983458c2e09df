"""So many requests a minute, for each token and each address: one busy client does not stop the others.

Counted in the process's own memory: with several processes each counts for itself, so that the limit of the
installation is the number here times the number of processes. Nothing is written to the database.
"""

from datetime import datetime

from django.core.cache.backends.locmem import LocMemCache

MINUTE = 60
PER_TOKEN = 600
PER_ADDRESS = 1_200
COUNTS = LocMemCache("api-rates", {"OPTIONS": {"MAX_ENTRIES": 20_000}})


def wait(kind: str, name: object, most: int, at: datetime) -> int:
    """Seconds until the next request of this client is served; 0 where it is served now, and then counted."""
    second = int(at.timestamp())
    key = f"{kind}:{name}:{second // MINUTE}"
    COUNTS.add(key, 0, 2 * MINUTE)
    over = COUNTS.incr(key) > most
    return MINUTE - second % MINUTE if over else 0
