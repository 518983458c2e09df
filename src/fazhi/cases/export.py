"""The whole ledger, line by line: in the order of the tree, then what no checkpoint holds yet."""

from collections.abc import Iterator

from django.db.models import F, Q

from fazhi.cases import merkle, store
from fazhi.cases.models import Act

CHUNK = 2_000


def acts() -> Iterator[Act]:
    """All acts with their cases, a few at a time in memory.

    Where the tree ends is read once: acts that get their place meanwhile come among the rest, in its order.
    """
    end = merkle.size()
    rows = Act.objects.select_related("case", "leaf")
    yield from rows.filter(leaf__position__lt=end).order_by("leaf__position").iterator(CHUNK)
    rest = rows.filter(Q(leaf=None) | Q(leaf__position__gte=end))
    yield from rest.order_by(F("leaf__position").asc(nulls_last=True), "pk").iterator(CHUNK)


def lines() -> Iterator[bytes]:
    """The lines as ``fazhi ledger verify`` reads them."""
    return (store.line(act, act.case.number).line() for act in acts())
