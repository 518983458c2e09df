"""``fazhi law``: what the law says and when its periods end."""

import typer

from fazhi.cli.law.law_test import law_test
from fazhi.cli.law.period import period

app = typer.Typer(no_args_is_help=True, help="法律：引用、条文、期间")
app.command("period")(period)
app.command("test")(law_test)
