"""A person who holds a post lets another act in it for some days, for a reason, and may take it back."""

from django.db import models

from fazhi.office.models.person import Person, Post


class Delegation(models.Model):
    """代理: from ``since`` to ``until``, both included, ``delegate`` acts in ``post`` for ``principal``.

    It lives from the principal's own appointment: when that ends, so does the delegation.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations")
    principal = models.ForeignKey(Person, models.PROTECT, related_name="delegations_given")
    delegate = models.ForeignKey(Person, models.PROTECT, related_name="delegations_held")
    since = models.DateField("自")
    until = models.DateField("至")
    reason = models.CharField("理由", max_length=200)
    made_at = models.DateTimeField("设立时间")
    revoked_at = models.DateTimeField("撤回时间", null=True)

    class Meta:
        verbose_name = "代理"
        ordering = ("-since", "-pk")
        constraints = [
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="delegation_days"),
            models.CheckConstraint(
                condition=~models.Q(principal=models.F("delegate")), name="delegation_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delegate}代{self.principal}:{self.post}"
