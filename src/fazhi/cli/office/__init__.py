"""``fazhi office``: bring in a district's organs and people, and let people in."""

import typer

from fazhi.cli.office import client, pepper, secret
from fazhi.cli.office.factors import factors
from fazhi.cli.office.loading import load
from fazhi.cli.office.password import password

app = typer.Typer(
    no_args_is_help=True, help="机构与人员：载入、设置口令、重置第二因素、登记其他系统、更换密钥"
)
app.command("load")(load)
app.command("password")(password)
app.command("factors")(factors)
app.add_typer(client.app, name="client")
app.add_typer(pepper.app, name="pepper")
app.add_typer(secret.app, name="secret")
