"""What the library says about a document, each time it was said, and whether the document is valid."""

from django.db import models

from fazhi.library.models.item import Item
from fazhi.office.models import Person


class Particulars(models.Model):
    """One set of particulars; the latest holds, the others stay with the reason of the correction."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="particulars")
    sequence = models.PositiveSmallIntegerField("序号")
    title = models.CharField("名称", max_length=200)
    index_number = models.CharField("索引号", max_length=80, blank=True)
    number = models.CharField("发文字号", max_length=80, blank=True)
    subject = models.CharField("主题", max_length=80, blank=True)
    summary = models.TextField("内容概述", blank=True)
    signed_on = models.DateField("成文日期", null=True)
    issued_on = models.DateField("发文日期", null=True)
    reason = models.TextField("更正理由", blank=True)
    at = models.DateTimeField("著录时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "著录信息"
        ordering = ("sequence",)
        constraints = [models.UniqueConstraint(fields=["item", "sequence"], name="particulars_once")]

    def __str__(self) -> str:
        return f"{self.item}第{self.sequence}次著录"


class Validity(models.Model):
    """From a day on the document stands so (有效性); what it was before stays on record."""

    class State(models.TextChoices):
        IN_FORCE = "in-force", "有效"
        AMENDED = "amended", "已修改"
        LAPSED = "lapsed", "已失效"
        REPEALED = "repealed", "已废止"
        UNSTATED = "unstated", "未载明"

    item = models.ForeignKey(Item, models.PROTECT, related_name="validities")
    state = models.CharField("有效性", max_length=8, choices=State)
    since = models.DateField("自何日起", null=True)
    """Empty for how it stood from the first; a change always has its day."""
    reason = models.TextField("变更理由", blank=True)
    cause = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+", verbose_name="依据的文件")
    """The published document that amends or repeals it, where there is one."""
    at = models.DateTimeField("登记时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "有效性变更"
        ordering = ("item", "pk")
        indexes = [models.Index(fields=["item", "since"], name="library_validity_since")]

    def __str__(self) -> str:
        return f"{self.item}{self.get_state_display()}"


class Link(models.Model):
    """A reading (解读) belongs to a document, or no longer: the latest row of a pair holds."""

    document = models.ForeignKey(Item, models.PROTECT, related_name="reading_links")
    reading = models.ForeignKey(Item, models.PROTECT, related_name="document_links")
    stands = models.BooleanField("关联有效", default=True)
    at = models.DateTimeField("关联时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "解读关联"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.reading}解读{self.document}"
