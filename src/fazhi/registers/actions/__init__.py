"""The only modules that write registers, editions, entries and what is decided about them."""

from fazhi.registers.actions.correct import Correct
from fazhi.registers.actions.decide import Approve, Decision, Publish, SendBack, Submit
from fazhi.registers.actions.keep import Keep
from fazhi.registers.actions.open import open_register, open_superior
from fazhi.registers.actions.upload import discard, upload

__all__ = [
    "Approve", "Correct", "Decision", "Keep", "Publish", "SendBack", "Submit",
    "discard", "open_register", "open_superior", "upload",
]  # fmt: skip
