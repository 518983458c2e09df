"""Where a document comes from: a paper of a case, a released text, an outline, or a clerk's own file."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from fazhi.cases import policy as cases
from fazhi.cases.models import Paper, Secrecy
from fazhi.documents.models import Release
from fazhi.documents.upload import Received
from fazhi.duties.models import Outline
from fazhi.fault import Fault
from fazhi.library.models import Item
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.packs import library


@dataclass(frozen=True)
class Origin:
    """At most one of the three; none for what a clerk enters."""

    paper: Paper | None = None
    release: Release | None = None
    outline: Outline | None = None

    def demand(self, actor: Actor, organ: int) -> None:
        """``Fault`` library.E404 for what is not there for this person, E013 what is published already."""
        if self.paper and not papers(actor).filter(pk=self.paper.pk, act__case__organ=organ).exists():
            raise MISSING
        if self.release and not releases(actor).filter(pk=self.release.pk).exists():
            raise MISSING
        same = Item.objects.filter(withdrawal=None, **self.keys())
        if self.keys() and (row := same.first()):
            raise Fault("library.E013", f"已经公开：{row}", "请在该文件的页面维护；内容不同的，请先撤下")

    def keys(self) -> dict[str, int]:
        """The columns that say where a row came from."""
        parts = {"paper_id": self.paper, "release_id": self.release, "outline_id": self.outline}
        return {name: row.pk for name, row in parts.items() if row is not None}

    @property
    def demo(self) -> bool:
        """Whether it comes out of demo data."""
        return bool((self.paper and self.paper.act.case.demo) or (self.outline and self.outline.demo))

    def files(self) -> tuple[Received, ...]:
        """The file as it is kept at its origin; of a released text and an outline the words as text."""
        if self.paper:
            return (Received(self.paper.file_name, bytes(self.paper.content)),)
        if self.release:
            name = self.release.choice.original.safe_name.rsplit(".", 1)[0]
            return (Received(f"{name}（公开版）.txt", self.release.text.encode()),)
        if self.outline and (edition := self.outline.editions.last()):
            return (Received(f"{self.outline.title}.txt", edition.text.encode()),)
        return ()


ENTERED = Origin()
"""What a clerk enters."""
MISSING = Fault("library.E404", "没有这份文书或者材料，或者您无权公开", "请从可以公开的列表中选择")


def papers(actor: Actor) -> QuerySet[Paper]:
    """The papers made to be published, of ordinary cases that the person sees; the newest first."""
    made = (
        Q(act__case__procedure=one.procedure, act__name=one.act, title=one.paper)
        for one in library.load().papers
    )
    seen = Q(act__case__in=cases.visible(actor), act__case__secrecy=Secrecy.ORDINARY)
    rows = Paper.objects.filter(reduce(or_, made, Q(pk__in=())) & seen)
    return rows.select_related("act__case__organ").order_by("-pk")


def releases(actor: Actor) -> QuerySet[Release]:
    """The released texts of organs whose files the person reads; the newest first."""
    held = [organ for organ, _ in actor.capacities() if actor.may(Right.READ_FILE, organ)]
    rows = Release.objects.filter(choice__original__organ__in=held)
    return rows.select_related("choice__original__organ").order_by("-pk")
