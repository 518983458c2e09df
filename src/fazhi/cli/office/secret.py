"""``fazhi office secret``: a new ``secret.key``, and what the old one sealed brought under it."""

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json

app = typer.Typer(no_args_is_help=True, help="secret.key：更换，并把第二因素等改用新的")


@app.command()
def new(as_json: AsJson = False) -> None:
    """换用新的 secret.key；旧的留在 keys 文件夹，重新启动服务后再运行 reseal。"""
    framework.start()
    from fazhi.identity import secret_key

    old = secret_key.renew()
    if as_json:
        show_json({"earlier": str(old)})
    else:
        print(f"已换用新的 secret.key，旧的存为 {old}\n请重新启动各项服务，再运行 fazhi office secret reseal")


@app.command()
def reseal(as_json: AsJson = False) -> None:
    """把第二因素和公众账户改用现用的 secret.key；完成后可以销毁旧的。"""
    framework.start()
    schema.demand_current()
    from fazhi.identity.actions.reseal import reseal_factors
    from fazhi.portal.actions import redigest

    factors, accounts = reseal_factors(), redigest()
    if as_json:
        show_json({"factors": factors, "accounts": accounts})
    else:
        print(f"第二因素 {factors} 项、公众账户 {accounts} 个已经改用现用的 secret.key")
        print(
            "登录最迟在其期限届满后失效；此后可以销毁 keys 文件夹中的 secret-*.key 及其备份，并重新启动服务"
        )
