"""Statutes, their editions and the articles of each edition, as imported."""

from fazhi.statutes.models.article import Article
from fazhi.statutes.models.edition import Edition
from fazhi.statutes.models.statute import Statute

__all__ = ["Article", "Edition", "Statute"]
