"""A normative document and everything that was recorded about it (行政规范性文件)."""

from datetime import date

from django.db import models
from django.db.models import Q

from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.validity.state import Course, State
from fazhi.office.models import Organ, Person
from fazhi.search.saying import saying


class DocumentSet(models.QuerySet["Document"]):
    """Documents by what they are on a day."""

    def ended(self, day: date) -> "DocumentSet":
        """Amended, abolished or lapsed by a day."""
        return self.filter(ended_on__lte=day)

    def standing(self, day: date) -> "DocumentSet":
        """Those that have not ended by a day: in force, not yet, or stopped."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day))

    def in_force(self, day: date) -> "DocumentSet":
        """Those that may be relied on on a day."""
        begun, goes_on = Q(since=None) | Q(since__lte=day), Q(stopped_on=None) | Q(stopped_on__gt=day)
        return self.standing(day).filter(begun, goes_on)

    def saying(self, words: str) -> "DocumentSet":
        """Those that contain every word."""
        return self.filter(saying(words, "text__icontains"))


class Document(models.Model):
    """What lists show of a document: made anew from its records whenever one is added, and never deleted."""

    class Term(models.TextChoices):
        """What a document says of its own end; the register never fills in a length of its own."""

        DATED = "dated", "载明截止之日"
        WORDS = "words", "以文件所写为准"
        UNSTATED = "unstated", "文件没有载明"

    class Flag(models.TextChoices):
        """Whether one of the two definitions covers it; each is asked by itself."""

        YES = "yes", "是"
        NO = "no", "否"
        OPEN = "open", "未认定"

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="管理单位")
    case = models.OneToOneField(Case, models.PROTECT, null=True, related_name="+", verbose_name="案件")
    demo = models.BooleanField("演示数据", default=False)
    entered_at = models.DateTimeField("登记时间")
    number = models.CharField("发文字号", max_length=120, unique=True)
    name = models.CharField("文件名称", max_length=300)
    issuer = models.CharField("制定机关", max_length=120)
    signed_on = models.DateField("成文日期", null=True)
    published_on = models.DateField("公布日期", db_index=True)
    since = models.DateField("施行日期", null=True)
    term = models.CharField("有效期", max_length=10, choices=Term)
    valid_until = models.DateField("有效期截止之日", null=True)
    term_words = models.TextField("有效期原文", blank=True)
    normative = models.CharField("市规定所称行政规范性文件", max_length=4, choices=Flag)
    """By the city's rule of 2019 (nd-002)."""
    filing = models.CharField("人大备案审查的规范性文件", max_length=4, choices=Flag)
    """By the congress's regulation (nd-006): the other definition."""
    bases = models.TextField("依据", blank=True)
    index_number = models.CharField("索引号", max_length=120, blank=True)
    address = models.CharField("公布的网址", max_length=500, blank=True)
    stopped_on = models.DateField("停止执行之日", null=True)
    ended_on = models.DateField("终止之日", null=True, db_index=True)
    ended_as = models.CharField("终止方式", max_length=10, blank=True)
    revising = models.BooleanField("待修改", default=False)
    text = models.TextField("检索文字")

    objects = DocumentSet.as_manager()

    class Meta:
        verbose_name = "行政规范性文件"
        ordering = ("-published_on", "-pk")

    def __str__(self) -> str:
        return f"{self.name}（{self.number}）"

    @property
    def course(self) -> Course:
        """The days that decide its state."""
        ended_as = State(self.ended_as) if self.ended_as else None
        return Course(self.since, self.stopped_on, self.ended_on, ended_as, self.revising)

    def state(self, day: date) -> State:
        """What it is on a day."""
        return self.course.on(day)


class Record(models.Model):
    """One thing on record about a document; ``act`` is the act of its case that says so, where it has one.

    ``data`` holds for an entry or a correction the particulars by column, for an amendment what replaces it.
    """

    class Kind(models.TextChoices):
        ENTER = "enter", "登记"
        CORRECT = "correct", "更正登记"
        KEEP = "keep", "继续有效"
        REVISE = "revise", "列入修改"
        STOP = "stop", "停止执行"
        AMEND = "amend", "修改"
        ABOLISH = "abolish", "废止"
        DECLARE = "declare", "宣布失效"
        LAPSE = "lapse", "有效期届满"

    document = models.ForeignKey(Document, models.PROTECT, related_name="records")
    sequence = models.PositiveIntegerField("序号")
    kind = models.CharField("记录类别", max_length=10, choices=Kind)
    effective_on = models.DateField("生效之日")
    text = models.TextField("理由", blank=True)
    data = models.JSONField("登记内容", default=dict)
    act = models.OneToOneField(Act, models.PROTECT, null=True, related_name="+")
    campaign = models.ForeignKey("validity.Campaign", models.PROTECT, null=True, related_name="records")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    """Empty where the platform itself noted that the stated end has passed."""
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "文件记录"
        ordering = ("document", "sequence")
        constraints = [models.UniqueConstraint(fields=["document", "sequence"], name="record_sequence_once")]

    def __str__(self) -> str:
        return f"{self.document_id}#{self.sequence} {self.kind}"
