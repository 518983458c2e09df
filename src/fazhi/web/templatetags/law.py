"""Parts of the library's pages: articles, their addresses, what rests on them."""

from datetime import date

from django import template
from django.urls import reverse

from fazhi.law.place import ArticleNumber
from fazhi.statutes.models import Statute
from fazhi.web import citing
from fazhi.web.resting import Cites, Resting

register = template.Library()


@register.simple_tag
def anchor(number: ArticleNumber) -> str:
    """An article's name within its page."""
    return citing.anchor(number)


@register.simple_tag
def article_url(statute: Statute, edition: str | date, number: ArticleNumber) -> str:
    """Where an article of an edition is read."""
    name = citing.anchor(number)
    return f"{reverse('web:statute', args=[statute.key])}?edition={edition}&article={name}#a{name}"


@register.simple_tag
def resting_on(cites: Cites, number: ArticleNumber) -> Resting | None:
    """The rules, tables and procedures that rest on an article, if any do."""
    return cites.get(number)
