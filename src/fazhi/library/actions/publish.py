"""Publish a document of the district's own accord (履行主动公开): an explicit, reviewed, recorded act."""

from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from fazhi.documents.upload import Received, receive
from fazhi.fault import Fault
from fazhi.library import legible, policy
from fazhi.library.actions.relate import Relate
from fazhi.library.models import File, Item, Particulars, Validity, Wording
from fazhi.library.origin import ENTERED, Origin
from fazhi.library.told import Told
from fazhi.library.words import prose, required
from fazhi.office.actor import Actor
from fazhi.office.models import Organ

REVIEWED = "《政府信息公开条例》第十七条"
MOST_FILES = 20


@dataclass(frozen=True, kw_only=True)
class Publish:
    """公开: the document, its particulars, how it stands, and the finding of the review before publication.

    ``files`` are names with contents; ``checked`` says that a person looked at what seems personal;
    ``document`` is what a reading explains.
    """

    organ: Organ
    told: Told
    review: str
    kind: str = Item.Kind.DOCUMENT
    state: str = Validity.State.UNSTATED
    text: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    origin: Origin = ENTERED
    checked: bool = False
    document: Item | None = None
    demo: bool = False

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Item:
        """The published row.

        ``Fault`` library.E001 to E005 for particulars, E006 an index number in use, E007 a kind that is
        none, E010 no text, E011 personal information, E012 too many files, E013 published before, E014
        a file that a person has to look at; of the files those of ``documents.upload``.
        """
        policy.demand_publish(actor, self.organ.pk, outline=self.origin.outline is not None)
        Organ.objects.select_for_update(no_key=True).get(pk=self.organ.pk)
        self.origin.demand(actor, self.organ.pk)
        told = self.told.checked(timezone.localdate(at))
        files = self._files()
        text = legible.text_of(self.text, files)
        if not (self.checked or self.origin.release):
            legible.demand_impersonal(text, files)
        self._demand_new(told, text)
        item = self._item(told, actor, at)
        _write(item, text, files)
        self._state(item, told, actor, at)
        return item

    def _demand_new(self, told: Told, text: str) -> None:
        """A form sent twice is one document."""
        same = Wording.objects.filter(digest=_digest(text), item__organ=self.organ, item__withdrawal=None)
        if row := same.filter(item__title=told.title).select_related("item").first():
            raise Fault("library.E013", f"已经公开：{row.item}", "请在该文件的页面维护；内容不同的，请先撤下")

    def _files(self) -> tuple[Received, ...]:
        if len(self.files) > MOST_FILES:
            raise Fault("library.E012", f"文件超过{MOST_FILES}个", "请合并后再提交")
        sent = tuple(receive(name, data) for name, data in self.files)
        return tuple(receive(file.name, file.data) for file in self.origin.files()) + sent

    def _item(self, told: Told, actor: Actor, at: datetime) -> Item:
        demand_free(told.index_number)
        if self.kind not in Item.Kind or self.state not in Validity.State:
            raise Fault("library.E007", "公开种类或者有效性不能识别", "请从列出的选项中选择")
        return Item.objects.create(
            organ=self.organ,
            kind=self.kind,
            review=required(prose(self.review, "公开审查意见", 2_000), "公开审查意见", REVIEWED),
            demo=self.demo,
            at=at,
            by_id=actor.identity,
            **self.origin.keys(),
            **asdict(told),
        )

    def _state(self, item: Item, told: Told, actor: Actor, at: datetime) -> None:
        by = actor.identity
        Particulars.objects.create(item=item, sequence=1, at=at, by_id=by, **asdict(told))
        Validity.objects.create(item=item, state=self.state, at=at, by_id=by)
        if self.document:
            Relate(document=self.document, reading=item).perform(actor, at)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _write(item: Item, text: str, files: tuple[Received, ...]) -> None:
    Wording.objects.create(item=item, text=text, digest=_digest(text))
    for position, file in enumerate(files, 1):
        File.objects.create(
            item=item,
            position=position,
            name=file.name,
            data=file.data,
            size=len(file.data),
            digest=sha256(file.data).hexdigest(),
        )


def demand_free(index_number: str, but: int = 0) -> None:
    """``Fault`` library.E006 where another published document has the index number."""
    same = Item.objects.filter(withdrawal=None, index_number=index_number).exclude(pk=but)
    if index_number and (row := same.first()):
        raise Fault("library.E006", f"索引号“{index_number}”已用于《{row}》", "请核对索引号")
