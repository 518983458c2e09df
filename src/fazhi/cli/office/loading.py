"""A district's organs, group words, posts and people, from the file in which the district writes them."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.cli.office.password import NewPassword, show
from fazhi.cli.option import AsJson

File = Annotated[Path, typer.Argument(help="机构与人员文件（YAML），写法见 docs/operators.md")]
Since = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="任职和归组自哪天起，默认今天")
]


def load(file: File, since: Since = None, as_json: AsJson = False) -> None:
    """载入机构和人员；再次载入只补充和改正，新登记的人员得到一次性显示的口令。"""
    framework.start()
    schema.demand_current()
    from django.db import transaction
    from django.utils import timezone

    from fazhi.identity.actions.reset import note_new_password
    from fazhi.office.actions.establish import establish
    from fazhi.office.actions.login import first_password
    from fazhi.office.models import Person
    from fazhi.office.pack import OfficePack
    from fazhi.office.pack import load as read

    pack = read(file, OfficePack)
    with transaction.atomic():
        establish(pack, since.date() if since else timezone.localdate())
        people = Person.objects.filter(user__username__in=[entry.login for entry in pack.people])
        made = [(person, first_password(person)) for person in people.select_related("user")]
        for person, word in made:
            if word:
                note_new_password(person.user, timezone.now())
    new = [NewPassword(p.user.get_username(), p.name, word) for p, word in made if word]
    show(
        f"已载入{pack.district}：机构 {len(pack.organs)} 个，人员 {len(pack.people)} 名", new, as_json=as_json
    )
