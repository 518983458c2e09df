"""The organs that duties rest on, the other names they go by, and the groups that documents name."""

from datetime import date

from django.db import models

from fazhi.office.models.validity import Valid, on


class Organ(Valid):
    """A unit that can lead, answer or be supervised (区司法局, 大王庄街道)."""

    class Kind(models.TextChoices):
        PARTY = "party", "党委部门"
        DISCIPLINE = "discipline", "纪检监察"
        CONGRESS = "congress", "人大政协"
        GOVERNMENT = "government", "政府部门"
        STREET = "street", "街道"
        JUDICIAL = "judicial", "法院检察院"
        BRANCH = "branch", "派出和垂管机构"
        SOCIETY = "society", "群团和学会"

    code = models.SlugField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=60, unique=True)
    full_name = models.CharField("全称", max_length=120)
    kind = models.CharField("类别", max_length=12, choices=Kind)

    class Meta:
        verbose_name = "机构"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another name of an organ in documents: 区政府办 is 区政府办公室."""

    organ = models.ForeignKey(Organ, models.CASCADE, related_name="aliases")
    text = models.CharField("别名", max_length=120, unique=True)

    def __str__(self) -> str:
        return self.text


class Group(models.Model):
    """A group word of documents, such as 各街道, that stands for organs."""

    name = models.CharField("名称", max_length=60, unique=True)
    narrow = models.BooleanField("有关单位", default=False)
    """The words name only the organs concerned (各有关部门): a coordinator may narrow the members."""
    organs = models.ManyToManyField(Organ, through="Membership", related_name="groups")

    class Meta:
        verbose_name = "机构组"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name

    def members(self, day: date) -> models.QuerySet[Organ]:
        """The organs the words stand for on a day."""
        return Organ.objects.filter(on(day, "membership__"), on(day), membership__group=self).distinct()


class GroupAlias(models.Model):
    """Another wording of a group: 区政府各有关部门, 各有关部门."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="aliases")
    text = models.CharField("别名", max_length=120, unique=True)

    def __str__(self) -> str:
        return self.text


class Membership(Valid):
    """An organ belongs to a group on these days."""

    group = models.ForeignKey(Group, models.CASCADE)
    organ = models.ForeignKey(Organ, models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "organ", "since"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.group}:{self.organ}"
