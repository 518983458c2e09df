"""Put a draft in force: a new edition, its duties, and what falls due for whom (measure 0.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.duties.actions import edition as writing
from fazhi.duties.models import Draft, Edition, Outline
from fazhi.duties.naming import Naming
from fazhi.duties.schedule import Term
from fazhi.duties.stored import reading_of
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.outline.reading import Reading

LONGEST_TERM = 50


@dataclass(frozen=True, kw_only=True)
class Commit:
    """A coordinator's decision that a draft holds, for a term, with the names it could not resolve.

    ``resolutions`` gives organ codes for written names, empty where the name is no organ of the district;
    they also narrow group words (区政府各有关部门). ``title`` names the outline: the same title makes the
    next edition of the same outline, in which unchanged duties keep their history.
    """

    draft: Draft
    term: Term
    title: str = ""
    issuer: str = ""
    signed_on: date | None = None
    resolutions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    demo: bool = False

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Edition:
        """Give the new edition; names still unresolved are ``duties.E005``, and then nothing changes."""
        actor.demand(Right.IMPORT)
        self._check_term()
        draft = self._locked()
        reading = reading_of(draft)
        outline = self._outline(draft, reading)
        naming = Naming(Directory(timezone.localdate(at)), {**settled(outline), **self.resolutions})
        naming.demand(reading)
        edition = self._edition(draft, outline, naming, actor, at)
        writing.write(
            edition, reading, naming, Term(self.signed_on or self.term.starts_on, self.term.ends_on)
        )
        draft.delete()
        return edition

    def _check_term(self) -> None:
        years = self.term.ends_on.year - self.term.starts_on.year
        if not self.term.starts_on <= self.term.ends_on or years > LONGEST_TERM:
            raise Fault("duties.E006", "纲要的起止日期不成立", f"止期应晚于起期，且不超过{LONGEST_TERM}年")
        if self.signed_on and self.signed_on > self.term.ends_on:
            raise Fault("duties.E007", "成文日期晚于纲要止期", "请核对成文日期和起止日期")

    def _locked(self) -> Draft:
        draft = Draft.objects.select_for_update().filter(pk=self.draft.pk).first()
        if draft is None:
            raise Fault("duties.E008", "这份待导入纲要已被导入或丢弃", "请查看纲要列表，需要时重新上传")
        return draft

    def _outline(self, draft: Draft, reading: Reading) -> Outline:
        title = (self.title or reading.title or draft.file_name)[:200]
        values = {
            "issuer": (self.issuer or issuer_of(reading))[:120],
            "signed_on": self.signed_on,
            "starts_on": self.term.starts_on,
            "ends_on": self.term.ends_on,
            "demo": self.demo,
        }
        return Outline.objects.update_or_create(title=title, defaults=values)[0]

    def _edition(self, draft: Draft, outline: Outline, naming: Naming, actor: Actor, at: datetime) -> Edition:
        return Edition.objects.create(
            outline=outline,
            number=outline.editions.count() + 1,
            file_name=draft.file_name,
            digest=draft.digest,
            text=draft.text,
            reading=draft.reading,
            starts_on=self.term.starts_on,
            ends_on=self.term.ends_on,
            resolutions={name: list(codes) for name, codes in naming.settled.items()},
            imported_at=at,
            imported_by_id=actor.identity,
        )


def settled(outline: Outline) -> dict[str, tuple[str, ...]]:
    """What was decided for names when this outline was last imported."""
    latest = outline.editions.last()
    return {name: tuple(codes) for name, codes in latest.resolutions.items()} if latest else {}


def issuer_of(reading: Reading) -> str:
    """The issuing organ where the document's metadata name it."""
    return next((v for k, v in reading.metadata.items() if "发布机构" in k or k == "issuer"), "")


def discard(actor: Actor, draft: Draft) -> None:
    """Throw a draft away; nothing of it was in force."""
    actor.demand(Right.IMPORT)
    draft.delete()
