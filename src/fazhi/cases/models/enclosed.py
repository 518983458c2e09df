"""Something sealed beside the chain under a key that seals nothing else."""

from django.db import models


class Enclosed(models.Model):
    """The sealed columns of whatever has a key of its own: destroying the key is the erasure."""

    subject = models.CharField("代号", max_length=60, unique=True)
    nonce = models.BinaryField()
    ciphertext = models.BinaryField()
    commitment = models.CharField("摘要", max_length=72)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.subject
