"""``fazhi procedure``: what a procedure says, whether it can go wrong, and how it looks."""

import typer

from fazhi.cli.procedure.drawing import diff, draw
from fazhi.cli.procedure.listing import listing
from fazhi.cli.procedure.sealing import seal
from fazhi.cli.procedure.simulation import simulate
from fazhi.cli.procedure.stories import stories_test
from fazhi.cli.procedure.verification import verification

app = typer.Typer(no_args_is_help=True, help="程序：查看、测试、验证、绘图")
app.command("list")(listing)
app.command("test")(stories_test)
app.command("verify")(verification)
app.command("draw")(draw)
app.command("diff")(diff)
app.command("simulate")(simulate)
app.command("seal")(seal)
