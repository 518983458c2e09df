"""The one write path: an action object per mutation, and nothing else writes a duty's rows.

Each action: policy check → permitted? → append → projection, in one transaction. Time is given, never read.
"""

from fazhi.duties.actions.answer import Answer
from fazhi.duties.actions.ask import Ask
from fazhi.duties.actions.assign import Assign
from fazhi.duties.actions.chase import Chase
from fazhi.duties.actions.commit import Commit, discard
from fazhi.duties.actions.confirm import Confirm
from fazhi.duties.actions.feed import issue, revoke
from fazhi.duties.actions.narrow import Narrow, TakeBack
from fazhi.duties.actions.send_back import SendBack
from fazhi.duties.actions.stage import keep, stage

__all__ = [
    "Answer", "Ask", "Assign", "Chase", "Commit", "Confirm", "Narrow", "SendBack", "TakeBack", "discard",
    "issue", "keep", "revoke", "stage",
]  # fmt: skip
