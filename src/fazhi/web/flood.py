"""So many submissions from one address in ten minutes: a flood does not bury what people have to say.

The address is counted under a keyed digest and kept nowhere else; a hall's terminals share one address.
"""

import hmac
from hashlib import sha256

from django.conf import settings
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest

from fazhi.fault import Fault
from fazhi.identity.client import network_of

COUNTS = LocMemCache("flood", {"OPTIONS": {"MAX_ENTRIES": 20_000}})
"""In the process's own memory: there a count goes up whole, and the window ends when it was said to end."""
WINDOW = 600
MOST = 30


def demand(request: HttpRequest, what: str) -> None:
    """Count this submission; ``Fault`` consultation.E429 from the one after the last allowed."""
    key = f"{what}:{_hidden(network_of(request))}"
    COUNTS.add(key, 0, WINDOW)
    if COUNTS.incr(key) > MOST:
        wrong = f"同一网络{WINDOW // 60}分钟内的提交超过{MOST}次，这次没有办理"
        raise Fault("consultation.E429", wrong, "请过几分钟再提交；您填写的内容还在")


def _hidden(address: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), address.encode(), sha256).hexdigest()
