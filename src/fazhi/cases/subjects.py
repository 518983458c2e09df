"""Whose personal data a case holds, and in what: chapters that seal beside its acts say so of their own.

The kernel knows the parties and the free texts of acts. A chapter registers what it keeps besides, so that
one erasure destroys any of it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fazhi.cases import lawbook
from fazhi.cases.models import Case, Secret, SubjectKey


@dataclass(frozen=True)
class Subject:
    """Somebody, or the texts of a case, under the name of the key that seals what is known of them."""

    name: str
    who: str
    """What the file calls them: 申请人, 第3号意见的意见人."""
    lost: str
    """What nobody can read any more once the key is destroyed."""
    kept: str
    """What stays all the same, and stays provable."""


Holder = Callable[[Case], Iterable[Subject]]
_HOLDERS: list[Holder] = []


def register(holder: Holder) -> None:
    """Have a chapter's subjects among those of its cases; once, however often its app is loaded."""
    if holder not in _HOLDERS:
        _HOLDERS.append(holder)


def of(case: Case) -> tuple[Subject, ...]:
    """All whose data a case holds, erased or not."""
    return (*_parties(case), *_texts(case), *(one for holder in _HOLDERS for one in holder(case)))


def readable(names: Iterable[str]) -> frozenset[str]:
    """Those of some names whose data can still be opened."""
    return frozenset(SubjectKey.objects.filter(subject__in=tuple(names)).values_list("subject", flat=True))


def _parties(case: Case) -> Iterator[Subject]:
    roles = lawbook.edition(case.edition_id).role
    for row in case.parties.all():
        title = roles[row.role].title if row.role in roles else row.role
        kept = "代号、身份、办理经过、每一行为的摘要和回执"
        yield Subject(row.subject, title, "姓名或者名称、证件号码、电话、地址、电子邮箱", kept)


def _texts(case: Case) -> Iterator[Subject]:
    if Secret.objects.filter(act__case=case, subject=case.number).exists():
        lost = "本案所有行为中自由填写的文字（理由、内容、说明），不只涉及一人"
        kept = "行为的名称、办理人员、日期、选项、文书材料、每一行为的摘要和回执"
        yield Subject(case.number, "全案自由填写的文字", lost, kept)
