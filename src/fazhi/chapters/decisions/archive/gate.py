"""The closing act of a procedure is refused while its file lacks what an article demands (第三十三条)."""

from fazhi.cases import store
from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive import standing
from fazhi.chapters.decisions.archive.demand import PROCEDURES, demands
from fazhi.chapters.decisions.archive.index import Item
from fazhi.fault import Fault
from fazhi.procedure.case import Case as Held
from fazhi.procedure.record import Record

SHOWN = 5


def objection(row: Case, _held: Held, record: Record) -> Fault | None:
    """Why a case's file cannot be closed yet, whatever page the act comes from."""
    if row.procedure not in PROCEDURES or record.act != demands(row.procedure).closing:
        return None
    return incomplete(standing.of(store.file(row)))


def incomplete(now: standing.Standing) -> Fault | None:
    """What is missing by name, article and who owes it; nothing where the file is complete."""
    missing = now.missing
    if not missing:
        return None
    named = "；".join(_named(item) for item in missing[:SHOWN])
    more = f"等{len(missing)}件" if len(missing) > SHOWN else ""
    remedy = "请在卷宗目录页面补入材料，或者逐件说明不适用的理由"
    return Fault("archive.E002", f"卷宗不完整，缺{named}{more}", remedy, now.demands.basis)


def _named(item: Item) -> str:
    return f"《{item.title}》（第{item.step.number}号{item.step.title}，{item.article}，应由{item.owed}提供）"
