"""The one write path of consultations: policy → check → act of the case → rows, in one transaction."""

from fazhi.chapters.decisions.consultation.actions.answer import Answer
from fazhi.chapters.decisions.consultation.actions.close import Close
from fazhi.chapters.decisions.consultation.actions.comment import Say
from fazhi.chapters.decisions.consultation.actions.group import Put
from fazhi.chapters.decisions.consultation.actions.look import Look
from fazhi.chapters.decisions.consultation.actions.moderate import Moderate
from fazhi.chapters.decisions.consultation.actions.open import Open
from fazhi.chapters.decisions.consultation.actions.publish import Publish
from fazhi.chapters.decisions.consultation.actions.revise import Revise

__all__ = ["Answer", "Close", "Look", "Moderate", "Open", "Publish", "Put", "Revise", "Say"]
