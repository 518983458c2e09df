"""``fazhi register``: the lists that offices keep, from scripts: import, export, audit, compare."""

import typer

from fazhi.cli.register.auditing import audit
from fazhi.cli.register.comparing import diff
from fazhi.cli.register.exporting import export
from fazhi.cli.register.importing import import_
from fazhi.cli.register.listing import list_

app = typer.Typer(no_args_is_help=True, help="清单：列出、导入、导出、核查依据、对照")
app.command("list")(list_)
app.command("import")(import_)
app.command("export")(export)
app.command("audit")(audit)
app.command("diff")(diff)
