"""What indicators are read from, what was frozen of them, and which ways of counting were decided."""

from fazhi.indicators.models.ruling import Ruling
from fazhi.indicators.models.snapshot import Snapshot
from fazhi.indicators.models.standing import Deed, Standing

__all__ = ["Deed", "Ruling", "Snapshot", "Standing"]
