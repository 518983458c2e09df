"""What may name a natural person lies sealed beside the chain; destroying the key is the erasure."""

from django.db import models

from fazhi.cases.models.act import Act


class Secret(models.Model):
    """A sealed text of an act; the chain holds its commitment in the place named ``field``."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="secrets", db_index=False)
    subject = models.CharField("代号", max_length=120)
    field = models.CharField("项目", max_length=120)
    nonce = models.BinaryField()
    ciphertext = models.BinaryField()
    commitment = models.CharField("摘要", max_length=72)

    class Meta:
        verbose_name = "封存内容"
        constraints = [models.UniqueConstraint(fields=["act", "field"], name="secret_once")]

    def __str__(self) -> str:
        return f"{self.act_id} {self.field}"


class SubjectKey(models.Model):
    """The data key of one subject, wrapped by a master key; once deleted, what it sealed is gone."""

    subject = models.CharField("代号", max_length=120, primary_key=True)
    master = models.CharField("主密钥", max_length=60)
    nonce = models.BinaryField()
    ciphertext = models.BinaryField()

    class Meta:
        verbose_name = "数据密钥"

    def __str__(self) -> str:
        return self.subject
