"""An edition of a register: entries fixed for good, each with its days and its basis."""

from datetime import date

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from fazhi.office.models import Person
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.models.register import Register
from fazhi.registers.models.review import Review
from fazhi.search.saying import saying


class EditionSet(models.QuerySet["Edition"]):
    """Editions with the stage that follows from what was decided last; nothing stores it."""

    def staged(self) -> "EditionSet":
        """Each with ``stage`` (a ``Review.Kind``, empty for a draft) and ``decided_at``."""
        last = Review.objects.filter(edition=OuterRef("pk")).order_by("-sequence")
        kind, at = last.values("kind")[:1], last.values("at")[:1]
        return self.annotate(stage=Subquery(kind), decided_at=Subquery(at))

    def published(self) -> "EditionSet":
        """Those that were put in force, the newest first."""
        return self.staged().filter(**{"stage": Review.Kind.PUBLISH}).order_by("-number")


class Edition(models.Model):
    """One whole list as it was drafted; ``schema`` is what the packs then said of it."""

    register = models.ForeignKey(Register, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField("版次")
    schema = models.JSONField("栏目")
    file_name = models.CharField("文件名", max_length=255)
    digest = models.CharField("SHA-256", max_length=64)
    """Of the entries, not of the file: two files that say the same have the same."""
    base = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    """The superior's edition to which this one was brought in line; the base of a three-way comparison."""
    drafted_at = models.DateTimeField("起草时间")
    drafted_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    left_out = models.JSONField("未导入的行", default=list)
    """Rows of the file that were refused when the others were kept, each with its reason."""

    objects = EditionSet.as_manager()

    class Meta:
        verbose_name = "清单版本"
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["register", "number"], name="register_edition_once")]

    def __str__(self) -> str:
        return f"{self.register} 第{self.number}版"

    @property
    def form(self) -> RegisterEntry:
        """The schema by which this edition is read and shown, whatever the packs say today."""
        return RegisterEntry.model_validate(self.schema)


class EntrySet(models.QuerySet["Entry"]):
    """Entries found by day and by words."""

    def on(self, day: date) -> "EntrySet":
        """Those that apply on a day."""
        begun, open_end = Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
        return self.filter(begun, open_end)

    def saying(self, words: str) -> "EntrySet":
        """Those that contain every word."""
        return self.filter(saying(words, "text__icontains"))


class Entry(models.Model):
    """One item: its values by column, its days, and how its citations resolved when it was drafted."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField("次序")
    key = models.CharField("标识", max_length=200)
    cells = models.JSONField("各栏内容")
    """Values by column id: text, a number, an ISO day; what was left empty is not here."""
    since = models.DateField("自", null=True)
    until = models.DateField("至", null=True)
    text = models.TextField("检索文字")
    resolved = models.JSONField("登记时的依据核对", default=list)
    """Each citation with the edition it meant on the day of drafting, or with why it did not resolve."""

    objects = EntrySet.as_manager()

    class Meta:
        verbose_name = "清单事项"
        ordering = ("edition", "position")
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="register_entry_once")]

    def __str__(self) -> str:
        return self.key
