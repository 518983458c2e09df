"""Law as data (DESIGN §3): YAML files that cite their articles, checked as they are loaded.

A pack is a folder: ``calendar/`` (one file a year), ``rules/`` (deadlines), ``tests/`` (golden timelines),
``statutes.yaml`` (the registry of what may be cited).
"""

from pathlib import Path

NATIONAL = Path(__file__).parent / "cn"
"""The pack of national law that comes with the program."""
