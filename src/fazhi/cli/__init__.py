"""The ``fazhi`` command: what officials, operators and machines do without a browser."""

import sys

import typer

from fazhi.cli import usage
from fazhi.cli.output import fail
from fazhi.cli.tree import Tree
from fazhi.fault import Fault

app = typer.Typer(cls=Tree, no_args_is_help=True, help="法治政府工作平台", pretty_exceptions_enable=False)


@app.callback()
def _root() -> None:
    # without a callback Typer takes an app whose commands are not read yet for one without any
    pass


def main() -> None:
    """Run the command; a ``Fault`` becomes its coded message and exit status 2."""
    try:
        sys.exit(usage.run(app))
    except Fault as fault:
        sys.exit(fail(fault, as_json="--json" in sys.argv))
