"""The commands by name; the module of one is read when it is asked for: none waits for the others'."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

GROUPS = (
    "case", "draw", "indicator", "law", "ledger", "number", "office", "outline", "pack", "procedure",
    "register", "search", "validity",
)  # fmt: skip
"""Modules with commands of their own below."""
COMMANDS = {
    "demo": "demo", "serve": "serve", "migrate": "schema", "check": "check", "backup": "backup",
    "restore": "backup", "parts": "parts", "version": "version", "redact": "redact", "review": "review",
    "worker": "worker",
}  # fmt: skip
"""Functions, each with its module."""
NAMES = (*GROUPS, *COMMANDS)


class Tree(TyperGroup):
    """The root of the commands. A name that is none is held against all of them."""

    def list_commands(self, *_: Any) -> list[str]:
        return list(NAMES)

    def get_command(self, _: Any, cmd_name: str) -> Any:
        for name in [cmd_name] if cmd_name in NAMES else NAMES:
            if name not in self.commands:
                self.commands[name] = read(name)
        return self.commands.get(cmd_name)


def read(name: str) -> Any:
    """The command as Typer runs it, with all that is below it."""
    if name in GROUPS:
        return get_group(import_module(f"fazhi.cli.{name}").app)
    alone = typer.Typer(add_completion=False)
    alone.command(name)(getattr(import_module(f"fazhi.cli.{COMMANDS[name]}"), name))
    return get_command(alone)
