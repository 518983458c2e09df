"""What the command prints: text for people, JSON for machines, refusals with their code."""

import json
import sys

from fazhi.fault import Fault


def show_json(value: object) -> None:
    """Print a value as JSON with Chinese characters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def fail(fault: Fault, *, as_json: bool, status: int = 2) -> int:
    """Print a refusal to standard error (as JSON where a machine asked) and give the exit status."""
    text = json.dumps(fault.as_dict(), ensure_ascii=False) if as_json else str(fault)
    sys.stderr.write(text + "\n")
    return status
