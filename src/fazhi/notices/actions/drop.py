"""What a person does with a delivery that was given up: once more, or never."""

from datetime import datetime

from fazhi.fault import Fault
from fazhi.notices.models import Delivery
from fazhi.office.actor import Actor
from fazhi.office.right import Right


def retry(actor: Actor, delivery: Delivery, at: datetime) -> None:
    """Try it anew from the beginning."""
    _demand(actor, delivery)
    delivery.state, delivery.attempts, delivery.next_at = Delivery.State.WAITING, 0, at
    delivery.save()


def drop(actor: Actor, delivery: Delivery) -> None:
    """Send it no more; the event itself stays."""
    _demand(actor, delivery)
    delivery.state = Delivery.State.DROPPED
    delivery.save()


def _demand(actor: Actor, delivery: Delivery) -> None:
    actor.demand(Right.SUPERVISE)
    if delivery.state != Delivery.State.DEAD:
        raise Fault("notices.E001", "这一外发不在失败之列", "请刷新页面，查看现在的状态")
