"""The version that went out, under which number, and whether it still stands."""

from django.db import models

from fazhi.documents.models.document import Version
from fazhi.documents.models.number import Number
from fazhi.office.models import Person


class Issue(models.Model):
    """A version issued; ``code`` is what a reader of the paper looks it up by."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="issue")
    number = models.OneToOneField(Number, models.PROTECT, related_name="issue")
    code = models.CharField("核验码", max_length=16, unique=True)
    dated = models.DateField("成文日期")
    at = models.DateTimeField("签发时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "签发"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.number}"


class Withdrawal(models.Model):
    """An issued document was withdrawn; the paper stays on file and the verification page says so."""

    issue = models.OneToOneField(Issue, models.PROTECT, related_name="withdrawal")
    reason = models.TextField("撤回理由")
    at = models.DateTimeField("撤回时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "撤回"

    def __str__(self) -> str:
        return f"{self.issue}撤回"
