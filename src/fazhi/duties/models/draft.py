"""An outline that was uploaded and read but is not yet in force here."""

from django.db import models

from fazhi.office.models import Person


class Draft(models.Model):
    """A reading waiting for a coordinator: resolve names, look at differences, commit or discard."""

    file_name = models.CharField("文件名", max_length=255)
    digest = models.CharField("SHA-256", max_length=64)
    text = models.TextField("全文")
    reading = models.JSONField("解读")
    uploaded_at = models.DateTimeField("上传时间")
    uploaded_by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "待导入纲要"
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name
