"""What the worker's daily work failed with: a journal, because a log is not kept by the platform."""

from django.db import models


class Failure(models.Model):
    """One attempt that failed: which work, for which day, and when it is tried again."""

    work = models.SlugField("工作", max_length=40)
    day = models.DateField("日期")
    at = models.DateTimeField("时间")
    retry_at = models.DateTimeField("重试时间")
    code = models.CharField("错误代码", max_length=40)
    error = models.CharField("错误", max_length=300)

    class Meta:
        verbose_name = "每日工作失败"
        indexes = [models.Index(fields=["work", "day"], name="failure_of_day")]

    def __str__(self) -> str:
        return f"{self.work} {self.day.isoformat()} {self.code}"
