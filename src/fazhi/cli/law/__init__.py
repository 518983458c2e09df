"""``fazhi law``: what the law says and when its periods end."""

import typer

from fazhi.cli.law.importing import import_
from fazhi.cli.law.law_test import law_test
from fazhi.cli.law.period import period
from fazhi.cli.law.resolve import resolve
from fazhi.cli.law.search import search

app = typer.Typer(no_args_is_help=True, help="法律：引用、条文、期间")
app.command("import")(import_)
app.command("period")(period)
app.command("resolve")(resolve)
app.command("search")(search)
app.command("test")(law_test)
