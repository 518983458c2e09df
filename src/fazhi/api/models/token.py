"""The key of another system: who gave it out, for which office, what it opens and until when."""

from datetime import datetime

from django.db import models

from fazhi.api.scope import Scope
from fazhi.office.models import Organ, Person


class ApiToken(models.Model):
    """A token of one person in one organ; only its digest is kept, ``start`` is there to tell it by.

    What it opens is what the person may do in that organ on the day, cut down to its scopes.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="api_tokens")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    label = models.CharField("用途", max_length=60)
    scopes = models.JSONField("权限", default=list)
    start = models.CharField("开头", max_length=12)
    digest = models.CharField("SHA-256", max_length=64, unique=True)
    made_at = models.DateTimeField("生成时间")
    expires_at = models.DateTimeField("失效时间")
    revoked_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        verbose_name = "接口令牌"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.start}… {self.label}"

    def opens(self, at: datetime) -> bool:
        """Whether it still opens anything at a moment."""
        return self.revoked_at is None and at < self.expires_at

    @property
    def scope_labels(self) -> list[str]:
        """What it opens, in Chinese."""
        return [str(Scope(scope).label) for scope in self.scopes]
