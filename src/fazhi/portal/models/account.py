"""Somebody of the public who comes back: a contact, sealed, and what was done while entered."""

from django.db import models


class Account(models.Model):
    """``contact`` is a keyed digest; the contact itself lies sealed under a key named ``subject``.

    It is no account of the platform's officials, has no rights, and goes as a whole when its owner closes it.
    """

    subject = models.CharField("代号", max_length=60, unique=True)
    contact = models.CharField("联系方式摘要", max_length=64, unique=True)
    kind = models.CharField("联系方式种类", max_length=10)
    nonce = models.BinaryField()
    ciphertext = models.BinaryField()
    commitment = models.CharField("摘要", max_length=72)
    since = models.DateTimeField("首次登录时间")

    class Meta:
        verbose_name = "公众账户"

    def __str__(self) -> str:
        return self.subject


class OneTimeCode(models.Model):
    """The one code that is good for a contact; a new one takes its place, the right one uses it up.

    ``ticket`` is the digest of what the asking page alone holds, so that nobody else tries the code.
    """

    contact = models.CharField("联系方式摘要", max_length=64, unique=True)
    ticket = models.CharField("页面凭据摘要", max_length=64)
    code = models.CharField("验证码摘要", max_length=64)
    tries = models.PositiveSmallIntegerField("余下次数")
    until = models.DateTimeField("失效时间")

    class Meta:
        verbose_name = "验证码"

    def __str__(self) -> str:
        return f"{self.contact[:8]} {self.until}"


class Entry(models.Model):
    """A log-in of the public that is open in a browser; its row goes with its end."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="entries")
    since = models.DateTimeField("登录时间")
    seen = models.DateTimeField("最近活动")

    class Meta:
        verbose_name = "公众登录"

    def __str__(self) -> str:
        return f"{self.account_id} {self.since}"


class Belonging(models.Model):
    """Something that was done by somebody who had entered: which kind of thing, and its key there."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="belongings")
    kind = models.CharField("种类", max_length=20)
    key = models.CharField("键", max_length=40)
    at = models.DateTimeField("加入时间")

    class Meta:
        verbose_name = "我的事项"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["account", "kind", "key"], name="belonging_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
