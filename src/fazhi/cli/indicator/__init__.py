"""``fazhi indicator``: the figures of offices and periods, from scripts."""

import typer

from fazhi.cli.indicator.answering import answer
from fazhi.cli.indicator.listing import list_
from fazhi.cli.indicator.rebuilding import rebuild
from fazhi.cli.indicator.showing import show

app = typer.Typer(no_args_is_help=True, help="指标：列出、查看、重新汇总、到期报送")
app.command("list")(list_)
app.command("show")(show)
app.command("rebuild")(rebuild)
app.command("answer")(answer)
