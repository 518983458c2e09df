"""Receipts (回执): what a citizen takes home of an act, and what anybody may have checked."""

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from fazhi.cases import signing, store
from fazhi.cases.merkle import Nodes
from fazhi.cases.models import Act, Checkpoint, Leaf
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, receipt
from fazhi.ledger.canonical import Json
from fazhi.ledger.receipt import Receipt

LARGEST = 2**20


def proven(acts: QuerySet[Act]) -> dict[int, date]:
    """By the keys of acts the days of the first checkpoints over them, where there is one."""
    first = Checkpoint.objects.filter(size__gt=OuterRef("position")).order_by("size", "day").values("day")[:1]
    rows = Leaf.objects.filter(act__in=acts).annotate(day=Subquery(first)).values_list("act", "day")
    return {act: day for act, day in rows if day}


def of(act: Act) -> Receipt:
    """The receipt of an act under the first checkpoint that it is under; ``Fault`` cases.E064 where none."""
    found = proven(Act.objects.filter(pk=act.pk)).get(act.pk)
    if found is None:
        raise Fault("cases.E064", "这一行为还没有进入存证点", "请在下一个存证点公布后再下载回执")
    held = Checkpoint.objects.get(day=found)
    line, position = store.line(act, act.case.number), act.leaf.position
    path = Nodes().inclusion(position, held.size)
    return Receipt(line.entry, position, path, checkpoint.read(held.note), line.act)


@dataclass(frozen=True)
class Verified:
    """A receipt that holds."""

    receipt: Receipt
    checkpoint: checkpoint.Checkpoint


def verify(text: bytes) -> Verified:
    """A receipt checked against the published keys and checkpoints; ``Fault`` with the precise reason."""
    found = receipt.from_dict(_read(text))
    signed = found.verify(signing.ring())
    published = Checkpoint.objects.filter(day=signed.date).values_list("note", flat=True).first()
    if published is None or checkpoint.read(published).checkpoint != signed:
        wrong = f"签名成立，但所附的 {signed.date} 存证点不是本台账公布的那一个"
        raise Fault("cases.E066", wrong, "同一日有两个存证点，说明台账可能被改写：请保存回执并申请核查")
    return Verified(found, signed)


def _read(text: bytes) -> Json:
    if len(text) > LARGEST:
        raise Fault("cases.E068", f"内容超过 {LARGEST // 2**20} MB，不是回执", "请使用下载的回执原文")
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        raise Fault("ledger.E050", "不是回执的写法", "请使用下载的回执原文") from None
    return value
