"""A document of a case with every version; its bytes are kept apart, so that they alone can go."""

from django.db import models

from fazhi.office.models import Organ, Person


class Document(models.Model):
    """What stays the same through all versions."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="documents")
    case_key = models.CharField("案件", max_length=80, blank=True)
    kind = models.CharField("文书种类", max_length=60)
    title = models.CharField("标题", max_length=200)
    retention = models.CharField("保管类别", max_length=40)
    """The class of ``retention.yaml`` in the packs."""
    made_at = models.DateTimeField("制作时间")
    made_by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "文书"
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """One version, known for good by its digest, also when its content is gone."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    sequence = models.PositiveSmallIntegerField("版次")
    file_name = models.CharField("文件名", max_length=255)
    size = models.PositiveIntegerField("字节数")
    digest = models.CharField("SHA-256", max_length=64, db_index=True)
    made_at = models.DateTimeField("制作时间")
    made_by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "文书版本"
        ordering = ("document", "sequence")
        constraints = [models.UniqueConstraint(fields=["document", "sequence"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.document}第{self.sequence}版"


class Content(models.Model):
    """The bytes of a version: the one thing that an approved disposal removes."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="content")
    data = models.BinaryField("文件")

    class Meta:
        verbose_name = "文书内容"

    def __str__(self) -> str:
        return f"{self.version}内容"
