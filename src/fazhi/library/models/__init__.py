"""Published documents with all that was said of them, and outlines whose duties everybody may see."""

from fazhi.library.models.item import File, Item, Withdrawal, Wording
from fazhi.library.models.opening import Closing, Opening
from fazhi.library.models.particulars import Link, Particulars, Validity

__all__ = ["Closing", "File", "Item", "Link", "Opening", "Particulars", "Validity", "Withdrawal", "Wording"]
