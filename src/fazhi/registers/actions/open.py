"""Begin a register: an organ's own, or a superior's to compare with."""

from datetime import datetime

from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.registers.kinds import kept_by, kind
from fazhi.registers.models import Register

LONGEST = 120


def open_register(actor: Actor, name: str, organ: Organ, at: datetime, *, demo: bool = False) -> Register:
    """The organ's register of a kind, begun if it is not there; only organs of the kinds that keep it."""
    actor.demand(Right.KEEP_REGISTER, organ.pk)
    found = kind(name, timezone.localdate(at))
    if not kept_by(found, organ):
        wrong = f"{organ.name}属于{organ.get_kind_display()}，不在编制{found.title}的单位之列"
        raise Fault("registers.E014", wrong, "请选择应当编制这种清单的单位，或者在规则包中增加 keeper")
    values = {"organ": organ, "title": found.title, "demo": demo, "opened_at": at}
    return Register.objects.get_or_create(kind=name, holder=organ.full_name, defaults=values)[0]


def open_superior(actor: Actor, name: str, holder: str, at: datetime, *, demo: bool = False) -> Register:
    """A superior's register of a kind; ``holder`` is whose it is. Kept by the coordinating office."""
    actor.demand(Right.KEEP_REGISTER)
    found = kind(name, timezone.localdate(at))
    holder = " ".join(holder.replace("\0", " ").split())
    if not holder or len(holder) > LONGEST:
        raise Fault("registers.E015", "没有写明上级清单的编制单位", f"请填写单位名称，不超过{LONGEST}字")
    if Organ.objects.filter(full_name=holder).exists():
        raise Fault("registers.E015", f"{holder}是本区单位", "请填写上级单位的名称")
    values = {"title": found.title, "demo": demo, "opened_at": at}
    return Register.objects.get_or_create(kind=name, holder=holder, defaults=values)[0]
