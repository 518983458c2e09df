"""``fazhi pack``: write law as data, check it, compare it."""

import typer

from fazhi.cli.pack.checking import check
from fazhi.cli.pack.comparing import diff
from fazhi.cli.pack.creating import new
from fazhi.cli.pack.describing import schema
from fazhi.cli.pack.exchanging import table

app = typer.Typer(no_args_is_help=True, help="规则包：新建、检查、比较")
app.command("check")(check)
app.command("diff")(diff)
app.command("new")(new)
app.command("schema")(schema)
app.command("table")(table)
