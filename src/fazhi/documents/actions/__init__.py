"""The only things that write documents and their numbers; each checks first and records once."""

from fazhi.documents.actions.disposal import Propose, Rule
from fazhi.documents.actions.issue import Issuing, Withdraw
from fazhi.documents.actions.keep import Keep, Revise
from fazhi.documents.actions.number import Reserve, Use, Void
from fazhi.documents.actions.perform import IssueAndPerform
from fazhi.documents.actions.review import Decide, Publish, Submit, look

__all__ = [
    "Decide", "IssueAndPerform", "Issuing", "Keep", "Propose", "Publish", "Reserve", "Revise", "Rule",
    "Submit", "Use", "Void", "Withdraw", "look",
]  # fmt: skip
