"""Who registered for the hearing of a case, among those whose personal data the case holds."""

from collections.abc import Iterator

from fazhi.cases.models import Case
from fazhi.cases.subjects import Subject
from fazhi.chapters.decisions.hearing.models import Registration

LOST = "报名时填写的姓名或者名称、联系方式、与听证事项的关系"
KEPT = "报名编号、审核和抽取的结果；已经公告的参加人名单是卷内文书，不受影响"


def registered(case: Case) -> Iterator[Subject]:
    """Each registration that has its applicant."""
    for row in Registration.objects.filter(hearing__case=case).select_related("applicant"):
        yield Subject(row.applicant.subject, f"听证报名 {row.name} 的报名人", LOST, KEPT)
