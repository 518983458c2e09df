"""A file on its way to publication: the original, who looked at it, what was decided, what was released."""

from django.db import models

from fazhi.office.models import Organ, Person


class Original(models.Model):
    """The file as it came in, with its text and the masks proposed for it; seen only by a recorded look."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="originals")
    safe_name = models.CharField("脱敏后的文件名", max_length=255)
    file_name = models.CharField("文件名", max_length=255)
    data = models.BinaryField("文件")
    digest = models.CharField("SHA-256", max_length=64)
    text = models.TextField("全文")
    proposed = models.JSONField("建议隐去")
    warnings = models.JSONField("须人工核对")
    at = models.DateTimeField("上传时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "待公开文件"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.safe_name


class Look(models.Model):
    """Somebody saw the original, and what for."""

    original = models.ForeignKey(Original, models.PROTECT, related_name="looks")
    purpose = models.CharField("查看目的", max_length=200)
    at = models.DateTimeField("查看时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "原文查看记录"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.original}：{self.purpose}"


class Choice(models.Model):
    """What a reviewer decided to hide; a later choice replaces it for what is released, never in the file."""

    original = models.ForeignKey(Original, models.PROTECT, related_name="choices")
    marks = models.JSONField("隐去的内容")
    rejected = models.PositiveIntegerField("未采纳的建议")
    at = models.DateTimeField("审核时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "脱敏审核"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.original}审核"


class Release(models.Model):
    """The redacted version that went out."""

    choice = models.OneToOneField(Choice, models.PROTECT, related_name="release")
    text = models.TextField("公开文本")
    digest = models.CharField("SHA-256", max_length=64)
    at = models.DateTimeField("公开时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "脱敏公开"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.choice}公开"
