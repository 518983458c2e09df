"""Cases with their acts, and what is derived from these for lists, reminders and notices."""

from fazhi.cases.models.act import Act
from fazhi.cases.models.case import Case, Secrecy
from fazhi.cases.models.checkpoint import Checkpoint
from fazhi.cases.models.clock import Clock
from fazhi.cases.models.edition import StoredEdition
from fazhi.cases.models.enclosed import Enclosed
from fazhi.cases.models.engagement import Engagement
from fazhi.cases.models.erasure import Erasure, ErasureRuling
from fazhi.cases.models.event import Event
from fazhi.cases.models.leaf import Leaf, Subtree
from fazhi.cases.models.paper import Paper
from fazhi.cases.models.party import Look, Party
from fazhi.cases.models.reprojection import Redated, Reprojection
from fazhi.cases.models.secret import Secret, SubjectKey
from fazhi.cases.models.series import Series

__all__ = [
    "Act", "Case", "Checkpoint", "Clock", "Enclosed", "Engagement", "Erasure", "ErasureRuling", "Event",
    "Leaf", "Look", "Paper", "Party", "Redated", "Reprojection", "Secrecy", "Secret", "Series",
    "StoredEdition", "SubjectKey", "Subtree",
]  # fmt: skip
