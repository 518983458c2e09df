"""An outline as it stands today; what each edition said stays with the edition."""

from django.db import models

from fazhi.office.models import Organ, Person


class Outline(models.Model):
    """A policy outline or plan whose duties the district answers for."""

    title = models.CharField("名称", max_length=200, unique=True)
    issuer = models.CharField("发布机构", max_length=120, blank=True)
    signed_on = models.DateField("成文日期", null=True)
    """Nothing can fall due under an outline before this day."""
    starts_on = models.DateField("期间起")
    ends_on = models.DateField("期间止")
    demo = models.BooleanField("演示数据", default=False)

    class Meta:
        verbose_name = "纲要"
        ordering = ("-ends_on", "pk")

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """One imported text with what was read from it; never changed afterwards."""

    outline = models.ForeignKey(Outline, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField("版次")
    file_name = models.CharField("文件名", max_length=255)
    digest = models.CharField("SHA-256", max_length=64)
    text = models.TextField("全文")
    reading = models.JSONField("解读")
    starts_on = models.DateField("期间起", null=True)
    ends_on = models.DateField("期间止", null=True)
    """The term that this edition was put in force for: a later edition may set another, and it shows."""
    resolutions = models.JSONField("单位认定", default=dict)
    """What the coordinator decided for names: written name to codes of organs, none where it is no organ."""
    imported_at = models.DateTimeField("导入时间")
    imported_by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "版本"
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["outline", "number"], name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.outline} 第{self.number}版"


class Measure(models.Model):
    """A numbered measure with the organs that lead and answer for it."""

    outline = models.ForeignKey(Outline, models.PROTECT, related_name="measures")
    number = models.TextField("编号")
    position = models.PositiveSmallIntegerField("次序")
    chapter = models.TextField("章", blank=True)
    title = models.TextField("标题", blank=True)
    text = models.TextField("内容")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    deadline = models.DateField("完成时限", null=True)
    withdrawn = models.BooleanField("已不在现行版本", default=False)

    class Meta:
        verbose_name = "举措"
        ordering = ("outline", "position", "pk")

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Assignment(models.Model):
    """An organ leads, answers for or cooperates in a measure, by the name the document writes."""

    class Part(models.TextChoices):
        LEAD = "lead", "牵头"
        RESPONSIBLE = "responsible", "责任"
        COOPERATING = "cooperating", "配合"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="assignments")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="assignments")
    part = models.CharField("分工", max_length=12, choices=Part)
    written = models.TextField("原文名称")
    position = models.PositiveSmallIntegerField("次序")

    class Meta:
        verbose_name = "分工"
        ordering = ("measure", "position", "pk")
        constraints = [models.UniqueConstraint(fields=["measure", "organ"], name="assignment_once")]

    def __str__(self) -> str:
        return f"{self.organ}{self.get_part_display()}{self.measure}"


class Duty(models.Model):
    """One obligation: what, how often, how much, by when, and where the text says so."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="duties")
    position = models.PositiveSmallIntegerField("次序")
    text = models.TextField("任务")
    modality = models.CharField("要求", max_length=10)
    quantity = models.TextField("数量", blank=True)
    unit = models.TextField("单位", blank=True)
    frequency = models.TextField("频次", blank=True)
    who = models.TextField("主体", blank=True)
    condition = models.TextField("条件", blank=True)
    due = models.DateField("完成时限", null=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    introduced = models.ForeignKey(Edition, models.PROTECT, related_name="introduced")
    withdrawn = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="withdrawn")

    class Meta:
        verbose_name = "任务"
        ordering = ("measure", "position", "pk")

    def __str__(self) -> str:
        return self.text
