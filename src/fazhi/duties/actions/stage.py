"""Bring a document in as a draft: read whole or refused whole, nothing in force yet (measure 0.1)."""

from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from fazhi import outline, source
from fazhi.documents.upload import check_size, largest
from fazhi.duties.models import Draft, Edition
from fazhi.duties.stored import packed
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.outline.reading import Reading


def stage(actor: Actor, name: str, data: bytes, at: datetime) -> Draft:
    """The draft of an uploaded document; a ``Fault`` where it cannot be read, and then nothing is kept."""
    actor.demand(Right.IMPORT)
    check_size(len(data), name)
    return keep(actor, name, data, outline.read(source.load(data, name, largest())), at)


def keep(actor: Actor, name: str, data: bytes, reading: Reading, at: datetime) -> Draft:
    """The draft of a document that was read already."""
    actor.demand(Right.IMPORT)
    digest = sha256(data).hexdigest()
    _check(reading, digest)
    return Draft.objects.create(
        file_name=PurePath(name.replace("\\", "/")).name[-255:],
        digest=digest,
        text=reading.text,
        reading=packed(reading),
        uploaded_at=at,
        uploaded_by_id=actor.identity,
    )


def _check(reading: Reading, digest: str) -> None:
    if not reading.measures:
        raise Fault(
            "duties.E002", "文件中没有读出任何举措", "请确认文件是列有编号举措的纲要、规划或任务分解表"
        )
    if "\0" in reading.text:
        raise Fault("duties.E003", "文件含有无效字符", "请另存为 DOCX 或 UTF-8 文本后上传")
    latest = Edition.objects.filter(digest=digest).select_related("outline").last()
    if latest and latest == latest.outline.editions.last():
        raise Fault("duties.E004", f"这份文件已经是“{latest.outline}”的现行版本", "无需重复导入")
