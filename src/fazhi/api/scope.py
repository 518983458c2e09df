"""What a token opens: less than its person may do, never more."""

from collections.abc import Iterable

from django.db.models import TextChoices

from fazhi.office.right import Right


class Scope(TextChoices):
    """A part of the interface."""

    CASES_READ = "cases:read", "查看案件"
    CASES_WRITE = "cases:write", "办理案件"
    PARTIES_READ = "parties:read", "查看当事人信息并留痕"
    PAPERS_READ = "papers:read", "下载案卷材料"
    LAW_READ = "law:read", "查询法规和程序"
    FEEDS_READ = "feeds:read", "订阅期限"
    INDICATORS_READ = "indicators:read", "查看指标"


RIGHTS = {
    Scope.CASES_READ: {Right.READ, Right.SEE_CASES, Right.SEE_RESTRICTED},
    Scope.CASES_WRITE: {Right.READ, Right.SEE_CASES, Right.SEE_RESTRICTED, Right.HANDLE},
    Scope.PARTIES_READ: {Right.READ, Right.SEE_CASES, Right.SEE_RESTRICTED},
    Scope.PAPERS_READ: {Right.READ, Right.SEE_CASES, Right.SEE_RESTRICTED},
    Scope.LAW_READ: set[Right](),
    Scope.FEEDS_READ: {Right.READ},
    Scope.INDICATORS_READ: {Right.READ, Right.SEE_CASES, Right.SEE_RESTRICTED},
}
"""The rights of the person that each scope lets through; the person must hold them, too."""


def rights(scopes: Iterable[str]) -> frozenset[Right]:
    """All rights that some scopes let through.

    >>> sorted(rights(["law:read"])), Right.HANDLE in rights(["cases:read"])
    ([], False)
    """
    return frozenset(right for scope in scopes for right in RIGHTS[Scope(scope)])
