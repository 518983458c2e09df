"""Law as data (DESIGN §3): YAML files that cite their articles, checked as they are loaded.

A pack is a folder: ``pack.yaml`` (what it is and on which it builds), ``statutes.yaml`` (what may be cited),
``calendar/`` (one file a year), ``rules/`` (deadlines), ``tables/`` (decision tables), ``procedures/`` (who
may do what, after what), ``documents/`` (their templates), ``registers/`` (the
schemas of the lists that offices keep), ``indicators/`` (what is counted, and how), ``tests/`` and
``procedures/tests/`` (golden timelines and stories).
"""

from pathlib import Path

BUILT_IN = Path(__file__).parent
"""Where the packs that come with the program are."""
NATIONAL = BUILT_IN / "cn"
"""The pack of national law."""
CITY = BUILT_IN / "cn-tj"
"""The pack of the city's law."""
DISTRICT = BUILT_IN / "cn-tj-hedong"
"""The lowest of the packs that come with the program: with those above it, all the law there is."""
