"""``fazhi ledger``: publish what the ledger holds, hand it out, check it with or without the database."""

import typer

from fazhi.cli.ledger import keys
from fazhi.cli.ledger.export import export
from fazhi.cli.ledger.publication import checkpoint
from fazhi.cli.ledger.verification import verify

app = typer.Typer(no_args_is_help=True, help="台账：公布存证点、导出、核验、密钥")
app.command("verify")(verify)
app.command("checkpoint")(checkpoint)
app.command("export")(export)
app.add_typer(keys.app, name="key")
