"""``fazhi validity``: the register of normative documents, from scripts: the daily check, import."""

import typer

from fazhi.cli.validity.checking import check
from fazhi.cli.validity.importing import import_

app = typer.Typer(no_args_is_help=True, help="规范性文件效力：核查、导入")
app.command("check")(check)
app.command("import")(import_)
