"""A file of documents that was read and reported on, but of which nothing is kept yet."""

from django.db import models

from fazhi.office.models import Person


class Upload(models.Model):
    """The bytes as they came; the report is made from them each time, so it is never out of date."""

    file_name = models.CharField("文件名", max_length=255)
    content = models.BinaryField("文件")
    uploaded_at = models.DateTimeField("上传时间")
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "待导入文件目录"
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name
