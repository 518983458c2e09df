"""What second factors a person has, and a fresh start for who lost them all."""

from typing import Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.cli.office.password import Login, found
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json

Reset = Annotated[
    bool, typer.Option("--reset", help="移除全部第二因素和与统一身份认证的对应，并注销其全部登录")
]


def factors(login: Login, reset: Reset = False, as_json: AsJson = False) -> None:
    """列出一名人员的第二因素；--reset 供其全部遗失、须重新设置时使用（请先核实本人）。"""
    framework.start()
    schema.demand_current()
    from allauth.mfa.models import Authenticator
    from django.utils import timezone

    from fazhi.identity.actions.reset import reset_factors

    user = found(login).user
    removed = reset_factors(user, timezone.now()) if reset else 0
    kinds = list(Authenticator.objects.filter(user=user).order_by("pk").values_list("type", flat=True))
    if as_json:
        show_json({"login": login, "factors": kinds, "removed": removed})
    else:
        print(
            f"{login}：{'、'.join(kinds) or '没有第二因素'}" + (f"（已移除 {removed} 项）" if reset else "")
        )
