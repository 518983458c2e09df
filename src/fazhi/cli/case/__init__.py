"""``fazhi case``: replay a case as it was judged, bring in cases that ran elsewhere."""

import typer

from fazhi.cli.case.importing import importing
from fazhi.cli.case.replay import replay

app = typer.Typer(no_args_is_help=True, help="案件：重放、导入")
app.command("replay")(replay)
app.command("import")(importing)
