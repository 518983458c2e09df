"""One thing in the index, in plain words; whoever made it can make it again at any time."""

from django.db import models


class Record(models.Model):
    """The latest reading of an entry: written anew, under a new id, whenever it changed."""

    kind = models.CharField("种类", max_length=20)
    key = models.BigIntegerField("键")
    title = models.TextField("标题")
    text = models.TextField("检索文字", blank=True)
    day = models.DateField("日期", null=True)
    marks = models.TextField("筛选标记", blank=True)
    """What is indexed beside the words: kind, organs, year, circles."""

    class Meta:
        verbose_name = "检索条目"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_record_once")]

    def __str__(self) -> str:
        return self.title
