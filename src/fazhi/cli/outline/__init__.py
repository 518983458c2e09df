"""``fazhi outline``: read a policy document, put it in force, take its task division out again."""

import typer

from fazhi.cli.outline.exporting import export
from fazhi.cli.outline.importing import import_
from fazhi.cli.outline.reading import read

app = typer.Typer(no_args_is_help=True, help="纲要：读取、导入、导出")
app.command("read")(read)
app.command("import")(import_)
app.command("export")(export)
