"""For trials: the code is printed where the server runs, and whoever reads there can enter for anybody."""

import sys
from datetime import datetime

from fazhi.portal.contact import Contact


class Console:
    """Prints to the standard error, the contact masked: the log of the platform never holds a code."""

    def send(self, contact: Contact, code: str, at: datetime) -> None:
        """Print the code."""
        print(
            f"【仅供试用】{at:%H:%M:%S} 发给 {contact.masked} 的验证码：{code}", file=sys.stderr, flush=True
        )
