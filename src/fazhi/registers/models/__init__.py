"""Registers, their immutable editions of entries, what was decided about each, files not yet kept."""

from fazhi.registers.models.correction import Correction
from fazhi.registers.models.edition import Edition, Entry
from fazhi.registers.models.register import Register
from fazhi.registers.models.review import Review
from fazhi.registers.models.upload import Upload

__all__ = ["Correction", "Edition", "Entry", "Register", "Review", "Upload"]
