"""The small district of all tests, established once a run and laid down again for every later test."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from fazhi.office.actions.establish import establish as perform
from fazhi.office.pack import OfficePack, PersonEntry, load
from tests.layers import LAYERS

ORGANS = Path(__file__).with_name("organs.yaml")
SINCE = date(2020, 1, 1)


@cache
def pack() -> OfficePack:
    """A few organs with one person for each role."""
    return load(ORGANS, OfficePack)


def establish(posts: Mapping[str, tuple[str, ...]] | None = None) -> None:
    """The district, and further log-ins in 区司法局 with the posts that procedures ask for."""
    people = tuple(
        PersonEntry(
            login=login, name=f"演示·{login}", organ="justice", role="clerk", title=f"{login}岗",
            posts=held, demo=True,
        )
        for login, held in (posts or {}).items()
    )  # fmt: skip
    whole = pack().model_copy(update={"people": (*pack().people, *people)})
    LAYERS.lay(f"district with {dict(posts or {})}", lambda: perform(whole, SINCE))
