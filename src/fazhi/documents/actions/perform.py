"""Make the papers that an act demands and perform the act with them, all or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction

from fazhi.cases import policy
from fazhi.cases.actions import Attachment, Perform
from fazhi.cases.models import Act
from fazhi.documents.actions.issue import Issuing, printed
from fazhi.documents.actions.keep import Keep
from fazhi.documents.drafting import Draft, as_if
from fazhi.documents.models import Version
from fazhi.documents.press.font import cabinet
from fazhi.office.actor import Actor
from fazhi.procedure.case import Case


@dataclass(frozen=True, kw_only=True)
class IssueAndPerform:
    """签发并办理: where the procedure refuses the act, no number is taken and no paper is left behind.

    ``prefix`` is the organ's 机关代字 for papers that bear a number; ``site`` as in ``Issuing``.
    """

    act: Perform
    drafts: tuple[Draft, ...]
    prefix: str
    retention: str
    site: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """A second click with the same key gives the act of the first, without a second paper."""
        policy.demand_handle(actor, self.act.case)
        if done := self._done():
            return done
        case = as_if(self.act, at)
        made = tuple(self._made(draft, case, actor, at) for draft in self.drafts)
        return replace(self.act, papers=(*self.act.papers, *made)).perform(actor, at)

    def _done(self) -> Act | None:
        key = self.act.key
        return Act.objects.filter(case=self.act.case, key=key).first() if key else None

    def _made(self, draft: Draft, case: Case, actor: Actor, at: datetime) -> Attachment:
        make = self._issued if draft.template.numbered else self._kept
        version = make(draft, case, actor, at)
        return Attachment(draft.template.title, version.file_name, bytes(version.content.data))

    def _issued(self, draft: Draft, case: Case, actor: Actor, at: datetime) -> Version:
        organ, day = self.act.case.organ, self.act.happened_on
        issuing = Issuing(
            organ=organ,
            prefix=self.prefix,
            kind=draft.template.title,
            retention=self.retention,
            case_key=self.act.case.number,
            site=self.site,
            make=lambda number, proof: draft.paper(case, organ.full_name, day, number, proof),
        )
        return issuing.perform(actor, at).version

    def _kept(self, draft: Draft, case: Case, actor: Actor, at: datetime) -> Version:
        """A record bears no number and is not issued: it goes into the file."""
        organ, title = self.act.case.organ, draft.template.title
        paper = draft.paper(case, organ.full_name, self.act.happened_on)
        keep = Keep(
            organ=organ,
            kind=title,
            title=title,
            retention=self.retention,
            case_key=self.act.case.number,
            file_name=f"{title}.pdf",
            data=printed(paper, cabinet(settings.CONFIG.fonts)),
        )
        return keep.perform(actor, at)
