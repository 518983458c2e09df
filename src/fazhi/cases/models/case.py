"""A case: where its acts stand, with projections of them that lists are read from."""

from django.db import models

from fazhi.cases.models.edition import StoredEdition
from fazhi.office.models import Organ, Person


class Secrecy(models.IntegerChoices):
    """How far a case is seen inside the government; state secrets do not belong into this system at all."""

    ORDINARY = 0, "一般"
    RESTRICTED = 1, "仅限承办人员"


class Case(models.Model):
    """One case under one edition of a procedure; ``number`` names it for good, in the ledger, too.

    ``sequence`` and ``leaf`` are the head of its chain. ``outcome``, ``latest_on``, ``next_due`` and
    ``stage`` are projections of its acts, ``handlers`` of its engagements. A case inside another (听证) knows
    its ``outer`` one and by what name, ``sub``, the outer procedure calls it.

    ``lead`` is the first of the cases that are handled as one with it (并案). ``origin`` is the case that it
    was split from, whose first ``inherited`` records are its own, too (分案), or the one that it goes on
    from without any of its records (移送). ``sent_to`` is the organ that a transferred case went to.

    Every act writes the row anew in each of its indexes: what an index of several columns begins with has
    none of its own, here and in the other tables of a case.
    """

    number = models.CharField("案号", max_length=120, unique=True)
    procedure = models.CharField("程序", max_length=80)
    edition = models.ForeignKey(StoredEdition, models.PROTECT)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="cases", db_index=False)
    title = models.CharField("案由", max_length=120, blank=True)
    secrecy = models.PositiveSmallIntegerField("知悉范围", choices=Secrecy, default=Secrecy.ORDINARY)
    opened_at = models.DateTimeField("立案登记时间")
    began_on = models.DateField("开始之日")
    demo = models.BooleanField("演示案件", default=False)
    outer = models.ForeignKey("self", models.PROTECT, null=True, related_name="inners", verbose_name="主案")
    sub = models.CharField("子程序", max_length=80, blank=True)
    lead = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="joined", verbose_name="并案首案"
    )
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="offshoots", verbose_name="来源案件"
    )
    inherited = models.PositiveIntegerField("承接记录数", default=0)
    sent_to = models.ForeignKey(
        Organ, models.PROTECT, null=True, related_name="cases_sent", verbose_name="移送机关", db_index=False
    )
    sequence = models.PositiveIntegerField("行为数", default=0)
    leaf = models.CharField("链尾摘要", max_length=72, blank=True)
    stage = models.CharField("最近的行为", max_length=80, blank=True)
    latest_on = models.DateField("最近行为之日", null=True)
    outcome = models.CharField("结果", max_length=80, blank=True)
    next_due = models.DateField("最近到期日", null=True)
    handlers = models.ManyToManyField(Person, related_name="cases", verbose_name="承办人员")

    class Meta:
        verbose_name = "案件"
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=["organ", "outcome", "next_due"], name="case_queue"),
            models.Index(fields=["outcome", "next_due"], name="case_due"),
            models.Index(fields=["organ", "next_due", "-id"], name="case_organ_list"),
            models.Index(fields=["sent_to", "next_due", "-id"], name="case_sent_list"),
            models.Index(fields=["next_due", "-id"], name="case_list"),
            models.Index(fields=["procedure", "began_on"], name="case_procedure"),
        ]

    def __str__(self) -> str:
        return self.number
