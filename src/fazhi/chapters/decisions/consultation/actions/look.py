"""Looking at who made a comment."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import vault
from fazhi.cases.actions import look
from fazhi.chapters.decisions.consultation.models import Author
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at one author, among the looks of the case."""

    author: Author
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> dict[str, str]:
        """Give name and contact; nothing where they were erased. The look is on record all the same."""
        asked = self.author.comment.consultation
        case = look.demand(actor, asked.case_id, self.purpose, asked.keeper_id)
        look.enter(case, [self.author], self.purpose, actor, at)
        return vault.known(self.author)
