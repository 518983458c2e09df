"""Pages that stay right while cases come and go: each starts after the last row of the one before."""

import base64
import binascii

from fazhi.fault import Fault

MARK = b"case:"
LAST = 2**63 - 1
UNKNOWN = Fault("api.E006", "cursor 无效", "请用上一页答复中的 next，或者去掉 cursor 从第一页开始")


def write(pk: int) -> str:
    """A cursor after a row; what it holds is nobody's business but this module's.

    >>> read(write(70))
    70
    """
    return base64.urlsafe_b64encode(MARK + str(pk).encode()).decode().rstrip("=")


def read(text: str) -> int:
    """The row after which the page starts; ``Fault`` api.E006 where it is no cursor of ours."""
    try:
        held = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except (ValueError, binascii.Error):
        held = b""
    number = held.removeprefix(MARK)
    if not held.startswith(MARK) or not number.isdigit() or len(number) > len(str(LAST)):
        raise UNKNOWN
    return min(int(number), LAST)
