"""``fazhi number``: document numbers from scripts, by the same actions as the page."""

from typing import Annotated, Any

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.fault import Fault

app = typer.Typer(no_args_is_help=True, help="文号：列出去向、取号、作废")
By = Annotated[str, typer.Option("--by", help="办理人员的登录名")]
Told = Annotated[str, typer.Argument(metavar="NUMBER", help="文号，如 试司罚〔2026〕12号")]


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """列出每个编号序列，以及作废和待用的每一个号。"""
    _start()
    from fazhi.documents.models import Series
    from fazhi.documents.numbering import accounts

    found = [_series(row, account) for row, account in accounts(Series.objects.select_related("organ"))]
    show_json(found) if as_json else _print(found)


@app.command()
def take(
    prefix: Annotated[str, typer.Argument(help="机关代字，如 试司罚")],
    purpose: Annotated[str, typer.Option("--for", help="拟用于什么文书")],
    by: By,
    as_json: AsJson = False,
) -> None:
    """取下一个号；单位是办理人员任职的单位。"""
    _start()
    from django.utils import timezone

    from fazhi.documents.actions import Reserve
    from fazhi.office.models import Organ

    actor = _actor(by)
    organ = Organ.objects.filter(pk__in=actor.organs()).order_by("pk").first()
    if organ is None:
        raise Fault("documents.E068", f"“{by}”没有任职的单位", "请用在单位任职的人员的登录名")
    _tell(str(Reserve(organ, prefix, purpose).perform(actor, timezone.now())), as_json=as_json)


@app.command()
def void(
    number: Told,
    reason: Annotated[str, typer.Option(help="作废理由")],
    by: By,
    as_json: AsJson = False,
) -> None:
    """作废一个待用的号。"""
    _start()
    from django.utils import timezone

    from fazhi.documents.actions import Void
    from fazhi.documents.models import Number

    held = {str(one): one for one in Number.objects.filter(fate=None).select_related("series")}
    if number not in held:
        known = "、".join(list(held)[:10]) or "无"
        raise Fault("documents.E069", f"没有待用的文号“{number}”", f"待用的文号：{known}")
    _tell(str(Void(held[number], reason).perform(_actor(by), timezone.now())), as_json=as_json)


def _start() -> None:
    framework.start()
    schema.demand_current()


def _actor(login: str) -> Any:
    from django.contrib.auth import get_user_model

    from fazhi.office.actor import actor_of

    user = get_user_model().objects.filter(username=login).first()
    if user is None:
        raise Fault("documents.E068", f"没有登录名为“{login}”的人员", "请用在单位任职的人员的登录名")
    return actor_of(user)


def _series(row: Any, account: Any) -> dict[str, Any]:
    unused = row.numbers.exclude(fate__kind="used").select_related("series", "fate")
    return {
        "series": str(row), "organ": row.organ.name, "last": account.last, "used": account.used,
        "voided": account.voided, "open": account.open, "missing": list(account.missing),
        "explained": [_explained(one) for one in unused],
    }  # fmt: skip


def _explained(number: Any) -> dict[str, str]:
    fate = getattr(number, "fate", None)
    return {"number": str(number), "purpose": number.purpose, "voided": fate.reason if fate else ""}


def _print(found: list[dict[str, Any]]) -> None:
    for one in found:
        told = f"至{one['last']}号，已使用{one['used']}，作废{one['voided']}，待用{one['open']}"
        print(f"{one['series']}　{one['organ']}　{told}")
        for number in one["explained"]:
            print(f"  {number['number']}　{'作废：' + number['voided'] if number['voided'] else '待用'}")


def _tell(done: str, *, as_json: bool) -> None:
    show_json({"number": done}) if as_json else print(done)
