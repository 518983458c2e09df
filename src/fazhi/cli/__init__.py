"""The ``fazhi`` command: what officials, operators and machines do without a browser."""

import sys

import typer

from fazhi.cli import (
    backup,
    case,
    check,
    demo,
    draw,
    indicator,
    law,
    ledger,
    number,
    office,
    outline,
    pack,
    parts,
    procedure,
    redact,
    register,
    review,
    schema,
    search,
    serve,
    usage,
    validity,
    version,
    worker,
)
from fazhi.cli.output import fail
from fazhi.fault import Fault

app = typer.Typer(no_args_is_help=True, help="法治政府工作平台", pretty_exceptions_enable=False)
app.add_typer(case.app, name="case")
app.add_typer(draw.app, name="draw")
app.add_typer(indicator.app, name="indicator")
app.add_typer(law.app, name="law")
app.add_typer(ledger.app, name="ledger")
app.add_typer(number.app, name="number")
app.add_typer(office.app, name="office")
app.add_typer(outline.app, name="outline")
app.add_typer(pack.app, name="pack")
app.add_typer(procedure.app, name="procedure")
app.add_typer(register.app, name="register")
app.add_typer(search.app, name="search")
app.add_typer(validity.app, name="validity")
app.command()(demo.demo)
app.command()(serve.serve)
app.command()(schema.migrate)
app.command()(check.check)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(parts.parts)
app.command()(version.version)
app.command()(redact.redact)
app.command()(review.review)
app.command()(worker.worker)


def main() -> None:
    """Run the command; a ``Fault`` becomes its coded message and exit status 2."""
    try:
        sys.exit(usage.run(app))
    except Fault as fault:
        sys.exit(fail(fault, as_json="--json" in sys.argv))
