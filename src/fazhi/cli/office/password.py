"""A new password for a person who has none or lost it; shown once and kept nowhere in the clear."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.office.models import Person

Login = Annotated[str, typer.Argument(help="登录名")]


@dataclass(frozen=True)
class NewPassword:
    """A password to hand to its person."""

    login: str
    name: str
    password: str


def password(login: Login, as_json: AsJson = False) -> None:
    """为一名人员设置新的随机口令，只显示这一次。"""
    framework.start()
    schema.demand_current()
    from django.utils import timezone

    from fazhi.identity.actions.reset import note_new_password
    from fazhi.office.actions.login import new_password

    person = found(login)
    word = new_password(person)
    note_new_password(person.user, timezone.now())
    show("已设置新口令", [NewPassword(login, person.name, word)], as_json=as_json)


def found(login: str) -> "Person":
    """The person with a log-in name; a ``Fault`` where there is none."""
    from fazhi.office.models import Person

    person = Person.objects.select_related("user").filter(user__username=login).first()
    if person is None:
        raise Fault(
            "office.E003", f"没有登录名为“{login}”的人员", "请核对登录名，或先用 fazhi office load 载入"
        )
    return person


def show(said: str, new: Sequence[NewPassword], *, as_json: bool) -> None:
    """What was done, and the passwords to hand out."""
    if as_json:
        show_json({"done": said, "passwords": [asdict(each) for each in new]})
        return
    print(said)
    if new:
        table = Table("登录名", "姓名", "口令", title="请转交本人，7 天内登录并改为自己的密码；此处不再显示")
        for each in new:
            table.add_row(each.login, each.name, each.password)
        Console().print(table)
