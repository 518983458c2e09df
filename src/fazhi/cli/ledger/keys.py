"""``fazhi ledger key``: the keys that sign checkpoints, and the master key over all sealed data."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting

if TYPE_CHECKING:
    from fazhi.ledger.keyring import Period

Name = Annotated[str, typer.Argument(help="签名机关的台账名称；第一把密钥定下后不变，省略则用规则包的区名")]
National = Annotated[bool, typer.Option("--sm2", help="国密 SM2；省略则为 Ed25519")]
Number = Annotated[str, typer.Argument(help="密钥编号，见 fazhi ledger key list")]
From = Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="启用之日，默认今天")]
Last = Annotated[datetime | None, typer.Option("--last", formats=["%Y-%m-%d"], help="最后使用之日，默认今天")]

app = typer.Typer(no_args_is_help=True, help="密钥：签名密钥的建立、公布、停用，主密钥的轮换")


@app.command("new")
def new(name: Name = "", national: National = False, since: From = None, as_json: AsJson = False) -> None:
    """建立一把签名密钥；私钥只存在本机的 keys 文件夹。"""
    framework.start()
    from fazhi.cases import signing

    period = signing.new(_day(since), name, national=national)
    _show([period], as_json=as_json)


@app.command("list")
def listing(as_json: AsJson = False) -> None:
    """列出公布的公钥及其启用、停用之日。"""
    framework.start()
    from fazhi.cases import signing

    _show(signing.ring().periods, as_json=as_json)


@app.command("retire")
def retire(number: Number, last: Last = None, as_json: AsJson = False) -> None:
    """停用一把签名密钥；公钥继续公布，用来核验当时的签名。"""
    framework.start()
    from fazhi.cases import signing

    period = signing.retire(number, _day(last))
    _show([period], as_json=as_json)
    path = signing.private(period.verifier)
    if path and not as_json:
        print(f"最后使用之日过后，请销毁私钥文件 {path} 及其备份")


@app.command("rotate-master")
def rotate_master(as_json: AsJson = False) -> None:
    """轮换主密钥：重新包裹全部数据密钥，封存的内容不动；中断后再次运行即继续。"""
    framework.start()
    schema.demand_current()
    from fazhi.cases.actions import RotateMaster

    with waiting("正在重新包裹数据密钥…"):
        done = RotateMaster().perform()
    if as_json:
        show_json(vars(done))
        return
    print(f"现用主密钥 {done.master}：重新包裹 {done.rewrapped} 把数据密钥，尚余 {done.left} 把")
    print("备份中的旧数据密钥仍须旧主密钥才能打开；备份过期后再销毁旧主密钥")


def _day(given: datetime | None) -> date:
    from django.utils import timezone

    return given.date() if given else timezone.localdate()


def _show(periods: "list[Period] | tuple[Period, ...]", *, as_json: bool) -> None:
    if as_json:
        show_json({"keys": [_described(period) for period in periods]})
        return
    for period in periods:
        print(period)
    if not periods:
        print("还没有签名密钥；请运行 fazhi ledger key new")


def _described(period: "Period") -> dict[str, Any]:
    from fazhi.cases import signing
    from fazhi.ledger import key

    return {
        "number": signing.number(period.verifier),
        "key": key.write(period.verifier),
        "since": period.since,
        "until": period.until,
        "private": signing.private(period.verifier) is not None,
    }
