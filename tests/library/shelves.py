"""Documents as the tests publish them."""

from typing import Any

from fazhi.library.actions import Publish
from fazhi.library.models import Item, Validity
from fazhi.library.told import Told
from fazhi.office.models import Organ
from tests.conftest import Personas, at

DAY = at(2024, 3, 1)
TEXT = "试验区便民服务规定\n第一条 为了方便居民，制定本规定。\n第二条 本规定自公布之日起施行。"


def publishing(title: str = "试验区便民服务规定", **changes: Any) -> Publish:
    """The act of 区司法局's clerk, with what a test changes."""
    told = {name: changes.pop(name) for name in Told.__dataclass_fields__ if name in changes}
    given: dict[str, Any] = {
        "organ": Organ.objects.get(code="justice"),
        "told": Told(**{"title": title, **told}),
        "review": "属于主动公开的范围，已经保密审查",
        "state": Validity.State.IN_FORCE,
        "text": TEXT,
    }
    return Publish(**{**given, **changes})


def published(personas: Personas, title: str = "试验区便民服务规定", **changes: Any) -> Item:
    """A document in the library."""
    return publishing(title, **changes).perform(personas.clerk, DAY)
