"""Something joins the matters of whoever did it, or holds its number and code."""

from dataclasses import dataclass
from datetime import datetime

from fazhi.fault import Fault
from fazhi.portal import mine
from fazhi.portal.models import Account, Belonging


@dataclass(frozen=True, kw_only=True)
class Attach:
    """A thing by its kind and key; twice is once."""

    account: Account
    kind: str
    key: str

    def perform(self, at: datetime) -> Belonging:
        """Give the belonging."""
        row, _ = Belonging.objects.get_or_create(
            account=self.account, kind=self.kind, key=self.key, defaults={"at": at}
        )
        return row


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What was done without a log-in, by its number and code."""

    account: Account
    number: str
    code: str

    def perform(self, at: datetime) -> Belonging:
        """Give the belonging; ``Fault`` portal.E025 whichever of the two is wrong."""
        found = mine.found(self.number, self.code)
        if found is None:
            raise Fault("portal.E025", "没有查到：编号或者查询码不对", "请对照回执核对两项")
        return Attach(account=self.account, kind=found[0], key=found[1]).perform(at)
