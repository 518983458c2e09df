"""Keep a document and its later versions, each fixed by its digest."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from django.db import transaction

from fazhi.documents.models import Content, Document, Version
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.packs import retention


@dataclass(frozen=True, kw_only=True)
class Keep:
    """存入: a document with its first version; uploads come through ``documents.upload``."""

    organ: Organ
    kind: str
    title: str
    retention: str
    file_name: str
    data: bytes
    case_key: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Version:
        """``Fault`` documents.E024 for a retention class that no pack knows."""
        actor.demand(Right.DRAFT, self.organ.pk)
        if self.retention not in (known := retention.load()):
            titles = "、".join(f"{entry.id}（{entry.title}）" for entry in known.values())
            raise Fault("documents.E024", f"没有保管类别“{self.retention}”", f"请从 {titles} 中选择")
        document = Document.objects.create(
            organ=self.organ,
            case_key=self.case_key,
            kind=self.kind,
            title=self.title,
            retention=self.retention,
            made_at=at,
            made_by_id=actor.identity,
        )
        return _version(document, self.file_name, self.data, actor, at)


@dataclass(frozen=True)
class Revise:
    """修改: another version; those before stay."""

    document: Document
    file_name: str
    data: bytes

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Version:
        """``Fault`` documents.E025 where the newest version says the same."""
        actor.demand(Right.DRAFT, self.document.organ_id)
        row = Document.objects.select_for_update().get(pk=self.document.pk)
        newest = row.versions.last()
        if newest and newest.digest == sha256(self.data).hexdigest():
            raise Fault("documents.E025", "内容与最新版本相同", "无需重复保存")
        return _version(row, self.file_name, self.data, actor, at)


def _version(document: Document, name: str, data: bytes, actor: Actor, at: datetime) -> Version:
    version = Version.objects.create(
        document=document,
        sequence=document.versions.count() + 1,
        file_name=PurePath(name.replace("\\", "/")).name[-255:],
        size=len(data),
        digest=sha256(data).hexdigest(),
        made_at=at,
        made_by_id=actor.identity,
    )
    Content.objects.create(version=version, data=data)
    return version
