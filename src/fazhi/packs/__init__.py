"""Law as data (DESIGN §3): YAML files that cite their articles, checked as they are loaded.

A pack is a folder: ``calendar/`` (one file a year), ``rules/`` (deadlines), ``procedures/`` (who may do what,
after what), ``tests/`` and ``procedures/tests/`` (golden timelines).
"""

from pathlib import Path

NATIONAL = Path(__file__).parent / "cn"
"""The pack of national law that comes with the program."""
TIANJIN = Path(__file__).parent / "cn-tj"
"""The pack of the city's law."""
