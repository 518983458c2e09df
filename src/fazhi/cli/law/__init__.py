"""``fazhi law``: what the law says, and by when."""

import typer

from fazhi.cli.law import importing, resolve, search

app = typer.Typer(no_args_is_help=True, help="法律法规：导入、引用、检索")
app.command("import")(importing.import_)
app.command("resolve")(resolve.resolve)
app.command("search")(search.search)
