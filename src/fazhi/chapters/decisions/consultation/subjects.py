"""Who left a name with a comment, among those whose personal data the case holds."""

from collections.abc import Iterator

from fazhi.cases.models import Case
from fazhi.cases.subjects import Subject
from fazhi.chapters.decisions.consultation.models import Author

LOST = "提意见时填写的姓名或者名称、联系方式"
KEPT = "意见的编号、内容、处理结果和理由"


def authors(case: Case) -> Iterator[Subject]:
    """Each author; a comment without a name has none."""
    for row in Author.objects.filter(comment__consultation__case=case).select_related("comment"):
        yield Subject(row.subject, f"意见 {row.comment.name} 的意见人", LOST, KEPT)
