"""So many tries in a while for each address, so that nobody floods an office or guesses codes.

Counted in the process's own memory, as the programming interface does; nothing is written to the database.
"""

from dataclasses import dataclass

from django.core.cache.backends.locmem import LocMemCache

from fazhi.fault import Fault

COUNTS = LocMemCache("portal-rates", {"OPTIONS": {"MAX_ENTRIES": 20_000}})
MINUTE = 60


@dataclass(frozen=True)
class Throttle:
    """At most ``most`` in ``minutes`` from the first one on, for each address.

    These are limits of the machine, not of the law.
    """

    kind: str
    most: int
    minutes: int
    what: str = "同一网络地址"

    def demand(self, address: str) -> None:
        """Refuse an address that has used up its tries."""
        if COUNTS.get(self._key(address), 0) >= self.most:
            wrong = f"{self.what}短时间内的次数过多"
            raise Fault("portal.E429", wrong, f"请在{self.minutes}分钟以后再试；紧急的，请到窗口办理")

    def count(self, address: str) -> None:
        """One more try; the first begins the while."""
        key = self._key(address)
        COUNTS.add(key, 0, self.minutes * MINUTE)
        COUNTS.incr(key)

    def _key(self, address: str) -> str:
        return f"{self.kind}:{address}"


APPLYING = Throttle("apply", 20, 60)
GUESSING = Throttle("track", 10, 10)
"""Only wrong codes are counted."""
ENTERING = Throttle("enter", 20, 10)
"""Wrong one-time codes."""
ASKING = Throttle("code", 20, 60)
ASKED = Throttle("code-for", 5, 60, "同一手机号、邮箱")
"""One-time codes: for each address, and for each contact by its digest."""
