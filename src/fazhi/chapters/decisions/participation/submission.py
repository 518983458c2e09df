"""A form somebody of the public sent (公众参与): sent twice it is one, and a code finds it again."""

from hashlib import sha256
from typing import TypeVar

from django.db import models

from fazhi.fault import Fault

LONGEST = 80


class Submission(models.Model):
    """``key`` makes a form that was sent twice one; ``code`` is the digest of what the person was given."""

    class Kind(models.TextChoices):
        PERSON = "person", "个人"
        ENTERPRISE = "enterprise", "企业和其他组织"

    code = models.CharField("查询码摘要", max_length=64)
    key = models.CharField("幂等键", max_length=80, unique=True)
    request = models.CharField("请求摘要", max_length=72)
    at = models.DateTimeField("时间")

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=Submission)


def earlier(rows: models.QuerySet[Row], key: str, request: str, *, incomplete: str, taken: str) -> Row | None:
    """What the same form brought before; ``Fault`` by the codes given: no key, or one used for another."""
    if not key or len(key) > LONGEST:
        raise Fault(incomplete, "这份表单不完整", "请重新打开页面后再提交")
    found = rows.filter(key=key).first()
    if found and found.request != request:
        raise Fault(taken, "这份表单已经用于另一次提交", "请重新打开页面，再行提交")
    return found


def hidden(code: str) -> str:
    """What is kept of the code that somebody was given."""
    return sha256(code.encode()).hexdigest()
