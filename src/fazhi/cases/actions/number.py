"""Case numbers 案号: given in order, in the transaction that opens the case."""

from django.db.models import F

from fazhi.cases.models import Series
from fazhi.office.models import Organ
from fazhi.procedure.edition import Edition


def reserve(organ: Organ, edition: Edition, year: int) -> str:
    """The next number of an organ's series; rolled back with the case, so that the series has no gap."""
    series, _ = Series.objects.get_or_create(organ=organ, procedure=edition.id, year=year)
    Series.objects.filter(pk=series.pk).update(last=F("last") + 1)
    series.refresh_from_db(fields=["last"])
    return f"{organ.name}{edition.title}〔{year}〕{series.last}号"
