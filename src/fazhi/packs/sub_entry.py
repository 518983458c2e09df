"""An inner procedure written out: its end becomes an act and a fact that conditions and clocks can name."""

from typing import Any

from fazhi.packs.condition_entry import ConditionEntry
from fazhi.packs.procedure_entry import ActEntry, FactEntry, GateEntry, ProcedureEntry, SubEntry
from fazhi.packs.source import Source
from fazhi.procedure.act import Kind


def written_out(source: Source, entry: ProcedureEntry) -> ProcedureEntry:
    """The file with, for each of ``subs``, its act and fact, and the opening act held to one at a time."""
    acts, facts = dict(entry.acts), dict(entry.facts)
    for name, act in acts.items():
        if act.kind is Kind.RETURN:
            raise source.refuse(("acts", name, "kind"), "子案件办结不写作行为", "请写在 subs 中")
    for name, sub in entry.subs.items():
        if name in acts or name in facts:
            raise source.refuse(("subs", name), f"编号“{name}”已用于行为或者事实", "请改用另一个编号")
        if sub.opened_by not in acts:
            raise source.refuse(("subs", name, "opened_by"), f"没有行为“{sub.opened_by}”", "请在 acts 中写明")
        opening = acts[sub.opened_by]
        facts[name] = FactEntry(title=f"{sub.title}的结果", choice=sub.outcomes, basis=sub.basis)
        acts[name] = _return(name, sub, opening)
        acts[sub.opened_by] = _opening(name, sub, opening)
    return entry.model_copy(update={"acts": acts, "facts": facts})


def _return(name: str, sub: SubEntry, opening: ActEntry) -> ActEntry:
    gate = _gate({"open": sub.opened_by, "until": [name]}, f"没有尚未办结的{sub.title}", sub.basis)
    return ActEntry(
        title=f"{sub.title}办结",
        by=opening.by,
        kind=Kind.RETURN,
        asks=(name,),
        requires=(gate,),
        basis=sub.basis,
    )


def _opening(name: str, sub: SubEntry, opening: ActEntry) -> ActEntry:
    running: dict[str, Any] = {"not": {"open": sub.opened_by, "until": [name]}}
    gate = _gate(running, f"{sub.title}尚未办结", sub.basis)
    more = {"requires": (*opening.requires, gate), "clears": (*opening.clears, name)}
    return opening.model_copy(update=more)


def _gate(that: dict[str, Any], because: str, basis: str) -> GateEntry:
    return GateEntry(that=ConditionEntry.model_validate(that), because=because, basis=basis)
