"""``fazhi office pepper``: the secret half of passwords' salt, which is not in the database."""

from typing import Any

import typer

from fazhi.cli import framework, peppered, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json

Row = dict[str, Any]
app = typer.Typer(no_args_is_help=True, help="密码密钥：数据库以外的密钥，加固所保存的密码")


@app.command()
def new(as_json: AsJson = False) -> None:
    """换用新的密码密钥；各人的密码在下次登录时改用，旧密钥须保留到无人再用。"""
    framework.start()
    from fazhi.identity import pepper

    made = pepper.new()
    show_json({"pepper": made}) if as_json else print(
        f"现用密码密钥 {made}；旧密钥请保留，请备份 keys 文件夹"
    )


@app.command("list")
def listing(as_json: AsJson = False) -> None:
    """列出密码密钥，以及各有多少密码、查询码和系统密钥在用。"""
    framework.start()
    schema.demand_current()
    from fazhi.identity import pepper

    counts, held = peppered.named(), list(pepper.peppers())
    rows: list[Row] = [
        {"pepper": one, "held": one in held, "used": counts[one]}
        for one in dict.fromkeys([*held, *sorted(counts)])
    ]
    if as_json:
        show_json({"peppers": rows, "current": held[-1]})
        return
    for row in rows:
        print(f"{row['pepper'] or '—':8}  {_state(row, held)}  {row['used']}")


def _state(row: Row, held: list[str]) -> str:
    if not row["pepper"]:
        return "未加固"
    if not row["held"]:
        return "缺失"
    return "现用" if row["pepper"] == held[-1] else "保留"
