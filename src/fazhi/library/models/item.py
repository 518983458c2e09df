"""A published document: where it came from, what it says, its files, and its end as a published one."""

from django.db import models

from fazhi.cases.models import Paper
from fazhi.documents.models import Release
from fazhi.duties.models import Outline
from fazhi.office.models import Organ, Person


class Item(models.Model):
    """One document in the library, published by the act that made this row.

    ``title`` to ``issued_on`` are projections of its latest particulars; days that nobody knows stay empty.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document", "文件"
        READING = "reading", "政策解读"

    kind = models.CharField("公开种类", max_length=8, choices=Kind)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="published", verbose_name="发布机构")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="published")
    release = models.ForeignKey(Release, models.PROTECT, null=True, related_name="published")
    outline = models.ForeignKey(Outline, models.PROTECT, null=True, related_name="published")
    review = models.TextField("公开审查意见")
    title = models.CharField("名称", max_length=200)
    index_number = models.CharField("索引号", max_length=80, blank=True, db_index=True)
    number = models.CharField("发文字号", max_length=80, blank=True)
    subject = models.CharField("主题", max_length=80, blank=True, db_index=True)
    summary = models.TextField("内容概述", blank=True)
    signed_on = models.DateField("成文日期", null=True)
    issued_on = models.DateField("发文日期", null=True, db_index=True)
    demo = models.BooleanField("演示数据", default=False)
    at = models.DateTimeField("公开时间", db_index=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "公开文件"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.title


class Wording(models.Model):
    """The whole text, for the page that everybody can read, also without the file."""

    item = models.OneToOneField(Item, models.PROTECT, related_name="wording")
    text = models.TextField("正文")
    digest = models.CharField("SHA-256", max_length=64, db_index=True)

    class Meta:
        verbose_name = "公开正文"

    def __str__(self) -> str:
        return f"{self.item}正文"


class File(models.Model):
    """A file to take away, without the metadata that programs write into it."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="files")
    position = models.PositiveSmallIntegerField("次序")
    name = models.CharField("文件名", max_length=200)
    data = models.BinaryField("文件")
    size = models.PositiveIntegerField("字节数")
    digest = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = "公开附件"
        ordering = ("item", "position")
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="library_file_once")]

    def __str__(self) -> str:
        return self.name


class Withdrawal(models.Model):
    """The document is no longer published; its records stay."""

    item = models.OneToOneField(Item, models.PROTECT, related_name="withdrawal")
    reason = models.TextField("撤下理由")
    at = models.DateTimeField("撤下时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "撤下公开文件"

    def __str__(self) -> str:
        return f"{self.item}撤下"
