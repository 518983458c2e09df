"""Which register and which edition of it a command means."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from fazhi.cli import framework, schema
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.registers.models import Edition, Register

Kind = Annotated[
    str, typer.Argument(metavar="KIND", help="清单种类，如 power-list；fazhi register list 可查")
]
Keeper = Annotated[str, typer.Option("--of", help="编制单位：本区单位的代码、名称，或者上级单位的名称")]
Number = Annotated[int | None, typer.Option("--edition", help="版次，默认现行版本")]


def started() -> None:
    """Load Django on a database in this version's shape."""
    framework.start()
    schema.demand_current()


def register_of(kind: str, keeper: str) -> "Register":
    """The register of a kind and a keeper; ``Fault`` registers.E060 names those there are."""
    from django.db.models import Q

    from fazhi.registers.models import Register

    rows = Register.objects.filter(kind=kind)
    named = Q(organ__code=keeper) | Q(organ__name=keeper) | Q(holder=keeper)
    if found := rows.filter(named).first():
        return found
    known = "、".join(row.holder for row in rows[:10]) or "（还没有）"
    raise Fault("registers.E060", f"没有“{keeper}”的清单 {kind}", f"已有的编制单位：{known}")


def edition_of(register: "Register", number: int | None) -> "Edition":
    """The edition of a number, by default the one in force; ``Fault`` registers.E061 where there is none."""
    from fazhi.registers.standing import in_force

    held = register.editions.staged()
    found = held.filter(number=number).first() if number is not None else in_force(register)
    if found is None:
        told = f"第{number}版" if number is not None else "现行版本"
        known = "、".join(str(n) for n in held.values_list("number", flat=True)) or "无"
        raise Fault("registers.E061", f"“{register}”没有{told}", f"请用 --edition 指定版次；已有：{known}")
    return found


def actor_of(login: str) -> Any:
    """The person of a log-in; ``Fault`` registers.E062 where there is none."""
    from django.contrib.auth import get_user_model

    from fazhi.office.actor import actor_of as actor

    user = get_user_model().objects.filter(username=login).first()
    if user is None:
        raise Fault("registers.E062", f"没有登录名为“{login}”的人员", "请用有权编制该清单的人员的登录名")
    return actor(user)
