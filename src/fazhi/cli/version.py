"""Which software runs here: the first thing a report of a fault must say."""

import platform
from importlib import metadata

import fazhi
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json


def version(as_json: AsJson = False) -> None:
    """显示版本。"""
    numbers = {
        "fazhi": fazhi.__version__,
        "python": platform.python_version(),
        "django": metadata.version("django"),
    }
    show_json(numbers) if as_json else print(" · ".join(f"{k} {v}" for k, v in numbers.items()))
