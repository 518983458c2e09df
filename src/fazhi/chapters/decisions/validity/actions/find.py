"""Keeping what was found about a document, once, and telling the office in charge of it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from fazhi.chapters.decisions.validity.models import Document, Finding
from fazhi.notices.actions import tell


@transaction.atomic
def find(
    document: Document, kind: Finding.Kind, key: str, text: str, data: dict[str, Any], at: datetime
) -> bool:
    """Whether it was found now; the same thing is never found, nor told, twice."""
    told = {"text": text, "data": data, "at": at}
    row, new = Finding.objects.get_or_create(document=document, kind=kind, key=key, defaults=told)
    if new:
        page = reverse("web:validity-document", args=[document.pk])
        tell(document.organ, f"validity:{row.pk}", document.name, f"{kind.label}：{text}", page, at)
    return new
