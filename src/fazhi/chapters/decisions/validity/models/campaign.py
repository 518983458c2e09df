"""A campaign of clean-up (集中清理): its scope, the offices' answers, how it ended."""

from django.db import models

from fazhi.chapters.decisions.validity.models.document import Document
from fazhi.office.models import Organ, Person


class Campaign(models.Model):
    """Opened by the coordinator over the documents that then held; they are its scope for good."""

    title = models.CharField("清理名称", max_length=120)
    note = models.TextField("清理要求")
    scope = models.CharField("清理范围", max_length=300)
    """In words; the documents themselves are the items."""
    as_of = models.DateField("范围截至")
    due = models.DateField("提出结论的最后一日")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")
    demo = models.BooleanField("演示数据", default=False)

    class Meta:
        verbose_name = "集中清理"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title


class Item(models.Model):
    """A document of the scope, and the office that answers for it."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="items")
    document = models.ForeignKey(Document, models.PROTECT, related_name="items")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="答复单位")

    class Meta:
        verbose_name = "清理事项"
        ordering = ("organ", "pk")
        constraints = [models.UniqueConstraint(fields=["campaign", "document"], name="item_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.document_id}"


class Answer(models.Model):
    """What an office said about a document; the latest holds, all stay on record."""

    class Decision(models.TextChoices):
        KEEP = "keep", "保留"
        AMEND = "amend", "修改"
        ABOLISH = "abolish", "废止"
        DECLARE = "declare", "宣布失效"

    item = models.ForeignKey(Item, models.PROTECT, related_name="answers")
    sequence = models.PositiveIntegerField("序号")
    decision = models.CharField("清理结论", max_length=10, choices=Decision)
    reason = models.TextField("理由")
    replacement = models.CharField("代替它的文件", max_length=300, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "清理结论"
        ordering = ("item", "sequence")
        constraints = [models.UniqueConstraint(fields=["item", "sequence"], name="clean_up_answer_once")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.decision}"


class Ending(models.Model):
    """The results were published, or the campaign was withdrawn with a reason."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", "公布结果"
        WITHDRAWN = "withdrawn", "撤销清理"

    campaign = models.OneToOneField(Campaign, models.PROTECT, related_name="ending")
    kind = models.CharField("结束方式", max_length=10, choices=Kind)
    text = models.TextField("说明")
    effective_on = models.DateField("结论生效之日", null=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "清理的结束"

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.kind}"
