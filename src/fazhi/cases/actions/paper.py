"""Papers come with the act that makes or receives them, each under the title the procedure gives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Protocol

from fazhi.cases.models import Act, Paper
from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm

LARGEST = 20 * 2**20
MOST = 30


class File(Protocol):
    """A file for a paper of the procedure: at hand, or to be read when it is kept."""

    @property
    def title(self) -> str: ...
    @property
    def file_name(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def digest(self) -> str: ...
    @property
    def size(self) -> int: ...


@dataclass(frozen=True)
class Attachment:
    """A file at hand."""

    title: str
    file_name: str
    content: bytes

    @property
    def size(self) -> int:
        """Bytes of the content."""
        return len(self.content)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()


def check(papers: Iterable[File]) -> None:
    """Refuse what cannot be kept: too many, too big, empty, or two under one title."""
    held = tuple(papers)
    if len(held) > MOST:
        raise Fault("cases.E010", f"一次提交的材料超过{MOST}件", "请分次提交，或者合并成一个文件")
    for one in held:
        demand_size(one.title, one.size)
    titles = [one.title for one in held]
    if len(set(titles)) < len(titles):
        raise Fault("cases.E013", "两件材料用了同一个名称", "请为每件材料填写不同的名称")


def demand_size(title: str, size: int) -> None:
    """Refuse an empty file and one that is too big, by its size alone."""
    if not size:
        raise Fault("cases.E011", f"《{title}》的文件是空的", "请重新选择文件")
    if size > LARGEST:
        raise Fault("cases.E012", f"《{title}》超过{LARGEST // 2**20} MB", "请压缩或者拆分后再提交")


def chained(papers: Iterable[File], algorithm: Algorithm) -> dict[str, str]:
    """What a chain of an algorithm holds of the files: SHA-256 bare, any other digest with its name."""
    if algorithm is Algorithm.SHA256:
        return {one.title: one.digest for one in papers}
    hash_ = digest.hasher(algorithm)
    return {one.title: digest.write(algorithm, hash_(one.content)) for one in papers}


def attach(act: Act, papers: Iterable[File]) -> None:
    """Keep the files with the act."""
    if rows := [_row(act, one) for one in papers]:
        Paper.objects.bulk_create(rows)


def _row(act: Act, one: File) -> Paper:
    return Paper(
        act=act,
        title=one.title,
        file_name=one.file_name[-200:],
        digest=one.digest,
        size=one.size,
        content=one.content,
    )
