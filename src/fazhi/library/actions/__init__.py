"""The only things that write the library; each checks first and records once."""

from fazhi.library.actions.describe import Describe
from fazhi.library.actions.opening import CloseDuties, OpenDuties
from fazhi.library.actions.publish import Publish
from fazhi.library.actions.relate import Relate
from fazhi.library.actions.validity import SetValidity
from fazhi.library.actions.withdraw import Withdraw

__all__ = ["CloseDuties", "Describe", "OpenDuties", "Publish", "Relate", "SetValidity", "Withdraw"]
