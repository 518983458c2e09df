"""The district's other systems, in which officials log in with the account they have here."""

from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json

if TYPE_CHECKING:
    from allauth.idp.oidc.models import Client

app = typer.Typer(no_args_is_help=True, help="其他系统用本系统的账号登录（OpenID Connect）")
Name = Annotated[str, typer.Argument(help="系统名称，显示在同意页上")]
Back = Annotated[list[str], typer.Option("--back", help="登录后返回的地址，须完全一致；可以写多个")]
Scopes = Annotated[str, typer.Option("--scopes", help="可以要求告知的范围，以空格分隔")]
Number = Annotated[str, typer.Argument(help="系统的编号，见 list")]


@app.command()
def add(name: Name, back: Back, scopes: Scopes = "openid profile offices", as_json: AsJson = False) -> None:
    """登记一个系统；密钥只显示这一次。"""
    framework.start()
    schema.demand_current()
    from django.utils import timezone

    from fazhi.identity.actions.client import Register

    made = Register(name=name, back=tuple(back), scopes=tuple(scopes.split())).perform(timezone.now())
    if as_json:
        show_json({**_told(made.client), "secret": made.secret})
    else:
        print(
            f"已登记“{made.client.name}”\n编号 {made.client.pk}\n密钥 {made.secret}\n密钥不再显示，请转交。"
        )


@app.command("list")
def listed(as_json: AsJson = False) -> None:
    """列出已登记的系统。"""
    framework.start()
    schema.demand_current()
    from allauth.idp.oidc.models import Client

    rows = list(Client.objects.order_by("created_at", "pk"))
    if as_json:
        show_json([_told(one) for one in rows])
        return
    for one in rows:
        print(f"{one.pk}  {one.name}  {'、'.join(one.get_scopes())}  {'、'.join(one.get_redirect_uris())}")


@app.command()
def revoke(number: Number, as_json: AsJson = False) -> None:
    """停用一个系统，已经发出的令牌一并失效。"""
    framework.start()
    schema.demand_current()
    from django.utils import timezone

    from fazhi.identity.actions import client

    name = client.revoke(number, timezone.now())
    show_json({"revoked": number, "name": name}) if as_json else print(f"已停用“{name}”")


@app.command("new-key")
def new_key(as_json: AsJson = False) -> None:
    """换用新的签名密钥；旧的继续公布，直到删除其文件。"""
    framework.start()
    from fazhi.identity import signing

    path = signing.new()
    show_json({"key": path.name}) if as_json else print(f"已建立签名密钥 {path.name}")


def _told(client: "Client") -> dict[str, object]:
    """What may be shown of a system at any time."""
    return {
        "id": client.pk,
        "name": client.name,
        "back": client.get_redirect_uris(),
        "scopes": client.get_scopes(),
        "since": client.created_at.isoformat(),
    }
