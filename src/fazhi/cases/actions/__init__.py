"""The one write path of cases: an action object per mutation, used by every face, importer and job.

Each action: policy check → permitted by the procedure? → append to the chain → projections → outbox, in one
transaction. Time is given, never read.
"""

from fazhi.cases.actions.engage import Engage
from fazhi.cases.actions.erase import ProposeErasure, RuleErasure
from fazhi.cases.actions.join import Join
from fazhi.cases.actions.look import Look
from fazhi.cases.actions.open import Open
from fazhi.cases.actions.paper import Attachment
from fazhi.cases.actions.party import Identity
from fazhi.cases.actions.perform import Perform
from fazhi.cases.actions.publish import PublishCheckpoint
from fazhi.cases.actions.reproject import Reproject
from fazhi.cases.actions.rotate import RotateMaster, Rotation
from fazhi.cases.actions.sever import Sever
from fazhi.cases.actions.transcribe import Transcribe

__all__ = [
    "Attachment", "Engage", "Identity", "Join", "Look", "Open", "Perform", "ProposeErasure",
    "PublishCheckpoint", "Reproject", "RotateMaster", "Rotation", "RuleErasure", "Sever", "Transcribe",
]  # fmt: skip
