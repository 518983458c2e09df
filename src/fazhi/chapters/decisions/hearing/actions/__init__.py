"""The one write path of hearings: policy → check → act of the case, if any → rows, in one transaction."""

from fazhi.chapters.decisions.hearing.actions.account import Publish
from fazhi.chapters.decisions.hearing.actions.announce import Announce, MoveUp
from fazhi.chapters.decisions.hearing.actions.attend import Attend
from fazhi.chapters.decisions.hearing.actions.commit import Commit
from fazhi.chapters.decisions.hearing.actions.deliver import Deliver
from fazhi.chapters.decisions.hearing.actions.draw import Draw
from fazhi.chapters.decisions.hearing.actions.hold import Hold
from fazhi.chapters.decisions.hearing.actions.look import Look
from fazhi.chapters.decisions.hearing.actions.minutes import Write
from fazhi.chapters.decisions.hearing.actions.open import Group, Open
from fazhi.chapters.decisions.hearing.actions.register import Register
from fazhi.chapters.decisions.hearing.actions.rule import Rule
from fazhi.chapters.decisions.hearing.actions.shift import Move
from fazhi.chapters.decisions.hearing.actions.sign import Confirm, Sign
from fazhi.chapters.decisions.hearing.actions.withdraw import TakeBack, Withdraw

__all__ = [
    "Announce", "Attend", "Commit", "Confirm", "Deliver", "Draw", "Group", "Hold", "Look", "Move",
    "MoveUp", "Open", "Publish", "Register", "Rule", "Sign", "TakeBack", "Withdraw", "Write",
]  # fmt: skip
