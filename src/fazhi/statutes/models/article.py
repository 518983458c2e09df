"""One article of an edition."""

from django.db import models

from fazhi.law.article import Article as ArticleText
from fazhi.law.place import ArticleNumber
from fazhi.statutes.models.edition import Edition


class Article(models.Model):
    """An article; ``inserted`` is 1 for 之一, ``headings`` are the 编、章、节 above it, a line each."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="articles")
    number = models.PositiveSmallIntegerField("条")
    inserted = models.PositiveSmallIntegerField("之", default=0)
    headings = models.TextField("编章节", blank=True)
    text = models.TextField("内容")

    class Meta:
        verbose_name = "条文"
        ordering = ("edition", "number", "inserted")
        constraints = [
            models.UniqueConstraint(fields=["edition", "number", "inserted"], name="article_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition}{self.read().number}"

    def read(self) -> ArticleText:
        """The article as the pure library knows it, divided into paragraphs and items."""
        number = ArticleNumber(self.number, self.inserted)
        return ArticleText(number, self.text, tuple(self.headings.splitlines()))
